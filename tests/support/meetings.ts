import { importFeed } from "../../src/feeds/import.ts";
import { sourceOf } from "../../src/feeds/update.ts";
import { fillPlaces } from "../../src/places/fill.ts";
import { openTestSite, reopen } from "./site.ts";
import { someMeetings } from "./some-meetings.ts";
import { vocabulary } from "./vocabulary.ts";

/** Monday, 23 November 2026, 7:30 in Bigfork, Montana: the Sunrise Group is half over. */
const monday = Date.parse("2026-11-23T14:30:00Z");

/** The site with the real catalog, the ZIP codes and a small feed of meetings, where it is always that Monday. */
export function openSiteWithMeetings(now = monday) {
  const site = openTestSite(undefined, () => now);
  fillPlaces(site.data.db);
  const source = sourceOf(
    { id: "flathead", name: "Flathead Valley list", program: "alcoholics-anonymous", zone: null, region: null },
    vocabulary,
  );
  const options = { shape: "auto" as const, force: false, dryRun: false, at: "2026-11-23T12:00:00.000Z" };
  importFeed(site.data.db, source, JSON.stringify(someMeetings), options);
  reopen(site);
  return site;
}
