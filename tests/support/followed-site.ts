import { EventEmitter, once } from "node:events";
import { pino } from "pino";
import { createApp } from "../../src/app.ts";
import { openDatabase } from "../../src/database/open.ts";
import { builtCatalog } from "../../src/site/catalog.ts";
import { refreshOnChange } from "../../src/site/refresh-on-change.ts";
import { openSite, type Site } from "../../src/site/site.ts";
import { loadAssets } from "../../src/web/assets.ts";
import { serve } from "../../src/web/server.ts";
import { listen } from "./listen.ts";
import { settingsFor } from "./settings.ts";

/** A site over the file of a database, served, that takes up what other processes write. It looks all the time, so that no test waits long. */
export interface FollowedSite {
  site: Site;
  ask(path: string): Promise<{ status: number; text: string }>;
  /** All that an operator has been told. */
  said(): string;
  /** Resolves when this has been said. */
  until(pattern: RegExp): Promise<void>;
  close(): Promise<void>;
}

/** `environment` is that of the processes that it starts. */
export async function openFollowedSite(database: string, environment: NodeJS.ProcessEnv = {}): Promise<FollowedSite> {
  const told = new EventEmitter();
  let said = "";
  const hear = (sentence: string) => {
    said += `${sentence}\n`;
    told.emit("told");
  };
  const settings = settingsFor("http://localhost");
  const site = openSite(openDatabase(database), builtCatalog(), settings, loadAssets(), Date.now, hear);
  const { ask, close } = await listen(serve(createApp(site, pino({ level: "silent" })), site.cache));
  const following = refreshOnChange(
    site,
    { ...process.env, ...environment, DATABASE: database },
    { lookInterval: 10, checkInterval: 10, retryInterval: 50, say: { log: hear, error: hear } },
  );
  return {
    site,
    said: () => said,
    async ask(path) {
      const { status, body } = await ask(path);
      return { status, text: body.toString() };
    },
    async until(pattern) {
      while (!pattern.test(said)) await once(told, "told");
    },
    async close() {
      following.stop();
      await close();
      site.data.db.close();
    },
  };
}
