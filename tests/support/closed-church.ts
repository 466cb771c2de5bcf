import type { Database } from "../../src/database/open.ts";
import { saveClosure } from "../../src/meetings/closures.ts";
import { importRecords } from "./feeds.ts";
import { copiesOf, withPlaces } from "./site.ts";

const church = { location: "First Church", formatted_address: "12 Main St, Bigfork, MT 59911, USA", latitude: 48.06, longitude: -114.07 };

/** Three groups in one church, one of them with a link, and one group elsewhere; nobody in it exists. */
export const withChurch = copiesOf(() => {
  const db = withPlaces();
  importRecords(db, { name: "Flathead Valley list" }, [
    { slug: "sunrise", name: "Sunrise Group", group: "Sunrise", day: 1, time: "19:00", end_time: "20:00", types: ["O"], ...church },
    { slug: "sunrise-2", name: "Sunrise Group", group: "Sunrise", day: 3, time: "19:00", end_time: "20:00", types: ["O"], ...church },
    { slug: "both", name: "Both Ways", day: 1, time: "19:30", types: ["O"], conference_url: "https://zoom.us/j/8501126989", ...church },
    {
      ...{ slug: "oak", name: "Oak Street", day: 1, time: "20:00", types: ["O"] },
      ...{ formatted_address: "5 Oak St, Libby, MT 59923, USA", latitude: 48.38, longitude: -115.55 },
    },
  ]);
  return db;
});

/** Closes that church until a day. */
export function closeChurch(db: Database, until: string): number {
  const place = db.prepare("SELECT place_key FROM meetings WHERE name = 'Sunrise Group'").pluck().get() as string;
  return saveClosure(db, {
    ...{ place, feed: null, group: null, label: "First Church, Bigfork", zone: "America/Denver", until },
    ...{ words: "the church has no heating", why: "Rang the pastor", at: "2026-11-30T15:00:00Z" },
  });
}
