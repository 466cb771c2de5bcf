import { catalogFolder } from "../../src/catalog/read.ts";
import { openDatabase } from "../../src/database/open.ts";
import { keepFeedsFresh, refreshOnChange } from "../../src/site/background.ts";
import { openSite } from "../../src/site/site.ts";
import { loadAssets } from "../../src/web/assets.ts";

/**
 * A program with one piece of background work and nothing else: `site` or `feeds`. It says what happens, and ends when told to. While
 * there is a file DIE_WHILE, the processes that it starts are killed. TROUBLE keeps it from starting processes: `missing`, which is told by
 * an event as a want of descriptors is, or `too-large`, which is thrown as a want of memory is.
 */

function environment(): NodeJS.ProcessEnv {
  const { DIE_WHILE: file, TROUBLE: trouble } = process.env;
  if (trouble === "missing") process.execPath = "/no/such/program";
  if (trouble === "too-large") return { ...process.env, LARGE: "x".repeat(4_000_000) };
  if (!file) return process.env;
  const preload = `import{existsSync}from'node:fs';if(existsSync('${file}'))process.kill(process.pid,'SIGKILL')`;
  return { ...process.env, NODE_OPTIONS: `--import data:text/javascript,${preload}` };
}

function refreshSite() {
  const settings = { siteUrl: "http://localhost", contactEmail: null };
  const site = openSite(openDatabase(process.env["DATABASE"]!), catalogFolder, settings, loadAssets());
  let { data } = site;
  const show = () => console.log(`Shows ${data.programs.rows.length} programs and ${data.meetings.rows.length} meetings.`);
  show();
  Object.defineProperty(site, "data", {
    get: () => data,
    set: (next) => {
      const isNew = next !== data;
      data = next;
      if (isNew) show();
    },
  });
  return refreshOnChange(site, environment(), Number(process.env["RETRY"] ?? 60_000));
}

function fetchFeeds() {
  let waits = 0;
  const chance = () => {
    console.log(`Wait ${++waits}.`);
    return 0;
  };
  return keepFeedsFresh(10, environment(), { chance, minPause: 0 });
}

process.once("SIGTERM", () => {
  work.stop();
  console.log("Stopped.");
});
const work = process.argv[2] === "site" ? refreshSite() : fetchFeeds();
