import { keepFeedsFresh, keepUp } from "../../src/background.ts";
import { openDatabase } from "../../src/database/open.ts";
import { openSite } from "../../src/pages/site.ts";
import { loadAssets } from "../../src/web/assets.ts";

/** A program with one piece of background work and nothing else: `site` or `feeds`. It says what happens, and ends when told to. */

function keepSiteUp() {
  const site = openSite(openDatabase(process.env["DATABASE"]!), { siteUrl: "http://localhost", contactEmail: null }, loadAssets());
  const show = () => console.log(`Shows ${site.programs.numbers.length} programs.`);
  show();
  return keepUp(
    {
      isBehind: site.isBehind,
      refresh() {
        site.refresh();
        show();
      },
    },
    process.env,
  );
}

function fetchFeeds() {
  let waits = 0;
  return keepFeedsFresh(10, process.env, () => {
    console.log(`Wait ${++waits}.`);
    return 0;
  });
}

process.once("SIGTERM", () => {
  work.stop();
  console.log("Stopped.");
});
const work = process.argv[2] === "site" ? keepSiteUp() : fetchFeeds();
