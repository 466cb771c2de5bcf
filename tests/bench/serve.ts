import { pino } from "pino";
import { createApp } from "../../src/app.ts";
import { openDatabase } from "../../src/database/open.ts";
import { openSite } from "../../src/pages/site.ts";
import { loadAssets } from "../../src/web/assets.ts";
import { serve } from "../../src/web/server.ts";

/**
 * The app over the database file named first, on any free port, which it prints. Only for measuring: nothing is imported and
 * nothing is logged. With --cpu-prof before it, Node writes the profile when the process is told to end.
 */
const [file] = process.argv.slice(2);
if (!file) throw new Error("Usage: node --import tsx tests/bench/serve.ts database-file");

const settings = { siteUrl: "", contactEmail: "help@porchlight.example" };
const site = openSite(openDatabase(file), settings, loadAssets());
const server = serve(createApp(site, pino({ level: "silent" })), site.kept);
server.listen(0, "127.0.0.1", () => {
  settings.siteUrl = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
  console.log(settings.siteUrl);
});
process.once("SIGTERM", () => process.exit());
