import { catalogFolder } from "../../src/catalog/read.ts";
import { openDatabase } from "../../src/database/open.ts";
import { keepFeedsFresh, refreshOnChange } from "../../src/site/background.ts";
import { openSite } from "../../src/site/site.ts";
import { loadAssets } from "../../src/web/assets.ts";

/** A program with one piece of background work and nothing else: `site` or `feeds`. It says what happens, and ends when told to. */

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
  return refreshOnChange(site, process.env);
}

function fetchFeeds() {
  let waits = 0;
  const chance = () => {
    console.log(`Wait ${++waits}.`);
    return 0;
  };
  return keepFeedsFresh(10, process.env, { chance, minPause: 0 });
}

process.once("SIGTERM", () => {
  work.stop();
  console.log("Stopped.");
});
const work = process.argv[2] === "site" ? refreshSite() : fetchFeeds();
