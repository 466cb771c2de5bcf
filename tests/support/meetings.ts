import { importRecords } from "./feeds.ts";
import { keepKnownReports } from "./known-reports.ts";
import { copiesOf, openSiteOver, withPlaces } from "./site.ts";
import { someMeetings } from "./some-meetings.ts";

/** Monday, 23 November 2026, 7:30 in Bigfork, Montana: the Sunrise Group is half over. */
const monday = Date.parse("2026-11-23T14:30:00Z");

const withMeetings = copiesOf(() => {
  const db = withPlaces();
  importRecords(db, { name: "Flathead Valley list" }, someMeetings);
  keepKnownReports(db);
  return db;
});

/** The site with the real catalog, the ZIP codes and a small feed of meetings, where it is always that Monday. */
export function openSiteWithMeetings(now = monday) {
  return openSiteOver(withMeetings(), () => now);
}
