import { openDatabase } from "../../src/database/open.ts";
import { noFilter } from "../../src/facets/filter.ts";
import { facetValues } from "../../src/facets/vocabulary.ts";
import { importFeed } from "../../src/feeds/import.ts";
import { sourceOf } from "../../src/feeds/update.ts";
import { searchMeetings } from "../../src/meetings/search.ts";
import { openSite } from "../../src/pages/site.ts";
import { loadAssets } from "../../src/web/assets.ts";
import { type Chance, chanceFrom } from "./random.ts";
import { atMost, type Line, megabytes, milliseconds, percentile, seconds, step } from "./report.ts";

/** What two hundred thousand meetings cost: to take in, to open, and to ask. */

const many = 200_000;
const towns = ["Bigfork", "Libby", "Havre", "Ely", "Salina", "Alpine", "Franklin", "Clinton", "Madison", "Salem", "Georgetown"];
const words = [
  "Sunrise",
  "Serenity",
  "Back Road",
  "New Hope",
  "One Day",
  "Step",
  "Women",
  "Nooners",
  "Grain Bin",
  "Open Door",
  "Clear Water",
];
const types = ["O", "C", "W", "M", "BE", "D", "SP", "ST", "X", "S", "Y"];

/** A feed of so many made-up meetings, as Meeting Guide JSON. */
function madeUpFeed(count: number, chance: Chance): string {
  const states = facetValues("state").map(({ id }) => id);
  const records = Array.from({ length: count }, (_, number) => {
    const town = chance.pick(towns);
    const online = chance.happens(0.3);
    return {
      slug: `m${number}`,
      name: `${chance.pick(words)} ${chance.pick(words)} ${town}`,
      day: chance.below(7),
      time: `${String(6 + chance.below(16)).padStart(2, "0")}:${chance.pick(["00", "15", "30"])}`,
      types: [chance.pick(types), chance.pick(types)],
      location: `${chance.pick(words)} Church`,
      formatted_address: `${1 + chance.below(900)} Main St, ${town}, ${chance.pick(states)} 59911, USA`,
      latitude: 30 + chance.below(18_000) / 1000,
      longitude: -120 + chance.below(45_000) / 1000,
      notes: chance.happens(0.3) ? "Enter by the side door. First Saturday is a speaker meeting." : "",
      ...(online ? { conference_url: `https://zoom.us/j/${number}`, conference_phone: "+14065550100" } : {}),
    };
  });
  return JSON.stringify(records);
}

/** Imports the feed into the database file, opens the site over it, and asks. */
export async function measureMeetings(file: string): Promise<Line[]> {
  const db = openDatabase(file);
  const text = madeUpFeed(many, chanceFrom(5));
  const source = sourceOf({ id: "made-up", program: "alcoholics-anonymous", zone: "America/Denver", region: null });
  const options = { shape: "meeting-guide" as const, force: true, dryRun: false, at: "2026-01-01T00:00:00.000Z" };
  const begun = performance.now();
  await step("importing 200,000 meetings", () => importFeed(db, source, text, options));
  const imported = (performance.now() - begun) / 1000;
  const opening = performance.now();
  const site = openSite(db, { siteUrl: "http://localhost", contactEmail: null }, loadAssets());
  const opened = (performance.now() - opening) / 1000;
  const chance = chanceFrom(9);
  const ask = (near: boolean, q: string) => {
    const chosen = { day: [chance.pick(["monday", "friday"])], ...(chance.happens(0.5) ? { type: [chance.pick(["open", "women"])] } : {}) };
    const from = near ? { latitude: 31 + chance.below(16), longitude: -118 + chance.below(40), miles: 50 } : null;
    const start = performance.now();
    searchMeetings(site.meetings, { ...noFilter, q, chosen }, 1_790_000_000_000, from);
    return performance.now() - start;
  };
  const times = (near: boolean, q: () => string) => Array.from({ length: 600 }, () => ask(near, q())).slice(100);
  const lines = [
    atMost("import of a feed of 200,000 meetings", imported, 30, seconds),
    atMost("opening 200,000 meetings", opened, 2.5, seconds),
    atMost(
      "soonest first with filters, p99",
      percentile(
        times(false, () => ""),
        0.99,
      ),
      2.5,
      milliseconds,
    ),
    atMost(
      "near a place, p99",
      percentile(
        times(true, () => ""),
        0.99,
      ),
      2,
      milliseconds,
    ),
    atMost(
      "with words, p99",
      percentile(
        times(false, () => chance.pick(words)),
        0.99,
      ),
      5,
      milliseconds,
    ),
    atMost("memory", process.memoryUsage().rss / 1e6, 300, megabytes),
  ];
  db.close();
  return lines;
}
