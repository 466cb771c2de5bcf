import { createApp } from "./app.ts";
import { fillDatabase } from "./catalog/fill.ts";
import { BadSetting, type Config, readConfig } from "./config.ts";
import { checkpoint } from "./database/checkpoint.ts";
import { type Database, openDatabase } from "./database/open.ts";
import { writeUnlessBusy } from "./database/write-when-free.ts";
import { createLog } from "./log.ts";
import { purgeReaderData } from "./reports/purge.ts";
import { type Background, keepFeedsFresh } from "./site/background.ts";
import { builtCatalog } from "./site/catalog.ts";
import { keepBackingUp, keepLinksChecked } from "./site/keep.ts";
import { keepPurged } from "./site/keep-purged.ts";
import { refreshOnChange } from "./site/refresh-on-change.ts";
import { openSite, type Site } from "./site/site.ts";
import { type Assets, loadAssets } from "./web/assets.ts";
import { possibleConnections } from "./web/connections.ts";
import { serve, serverLimits, type WebServer } from "./web/server.ts";

function start(): void {
  const config = readConfig();
  const log = createLog(config.logLevel);
  const db = openDatabase(config.database);
  const assets = loadAssets();
  fill(db, assets);
  // If another process is writing, the hourly purge does it.
  writeUnlessBusy(db, () => purgeReaderData(db, Date.now()));
  const site = openSite(db, builtCatalog(), config, assets, Date.now, console.error);
  const server = serve(createApp(site, log), site.cache, {
    ...serverLimits,
    maxConnections: Math.min(serverLimits.maxConnections, possibleConnections()),
  });
  server.once("error", (error: NodeJS.ErrnoException) => stopWith(sayListenError(error, config)));
  server.listen(config.port, config.host ?? undefined, () => {
    // From here on an error is a connection that could not be accepted, which is no reason to drop the others.
    server.removeAllListeners("error").on("error", (error) => log.error({ err: error }, "A connection failed"));
    console.log(`Porchlight is open at ${addressOf(server, config)}`);
  });
  const background = [refreshOnChange(site, process.env), keepPurged(site)];
  if (config.feedsRefresh !== null) background.push(keepFeedsFresh(config.feedsRefresh, process.env));
  if (config.linksCheck !== null) background.push(keepLinksChecked(process.env));
  const { folder, every } = config.backups;
  if (every !== null) background.push(keepBackingUp(folder, every, process.env, Date.now));
  closeOnSignal(server, site, background);
}

function fill(db: Database, { build }: Assets): void {
  const { kind, summary } = fillDatabase(db, build, new Date().toISOString());
  checkpoint(db);
  (kind === "failed" ? console.error : console.log)(summary);
}

function closeOnSignal(server: WebServer, site: Site, background: readonly Background[]): void {
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, async () => {
      console.log("Porchlight is closing; requests under way are finished first.");
      for (const work of background) work.stop();
      await server.closeGracefully();
      site.data.db.close();
    });
  }
}

function addressOf(server: WebServer, config: Config): string {
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : config.port;
  return `http://${config.host ?? "localhost"}:${port}`;
}

function sayListenError(error: NodeJS.ErrnoException, { port, host }: Config): string {
  switch (error.code) {
    case "EADDRINUSE":
      return `Port ${port} is taken by another program. Set PORT to a free one, for example: PORT=${port + 1} npm start`;
    case "EACCES":
      return `This account may not use port ${port}. Set PORT to a number above 1023.`;
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return `HOST ${host} is not an address of this machine.`;
    default:
      return `The server could not start: ${error.message}`;
  }
}

function stopWith(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

try {
  start();
} catch (error) {
  stopWith(error instanceof BadSetting ? error.message : `Porchlight could not start: ${(error as Error).message}`);
}
