import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { placesFile } from "../../src/places/fill.ts";
import { type Chance, chanceFrom } from "./random.ts";

/** Made-up meetings in any number, as feeds in Meeting Guide JSON. Their towns and ZIP codes are real, so that no point is thrown out. */

export const groupWords =
  "Sunrise,Serenity,Back Road,New Hope,One Day,Step,Women,Nooners,Grain Bin,Open Door,Clear Water,Keep It Simple,Gratitude,Attitude,Rule 62,Primary Purpose,Happy Hour,Early Birds,Cottonwood,Lantern,Second Wind,Bluegrass,Prairie Fire".split(
    ",",
  );
const venues = "Church,Community Center,Library,Grange Hall,Fire Hall,Senior Center,Clinic,Courthouse,VFW Post,Club".split(",");
const types = ["O", "C", "W", "M", "BE", "D", "SP", "ST", "X", "S", "Y"];
/** What may be so of one time of a group and not of another: the rest would make two groups of it. */
const typesOfTimes = ["O", "C", "BE", "D", "SP", "ST", "X"];
/** How often in a week groups meet: two and a half times on average. */
const timesAWeek = [1, 1, 1, 2, 2, 2, 3, 3, 4, 6];

interface Town {
  zip: string;
  city: string;
  state: string;
  latitude: number;
  longitude: number;
}

/** A feed of `count` made-up meetings, one time a week each, of groups that meet on several days; half of them in a tenth of the ZIP codes. */
export function madeUpFeed(count: number, chance: Chance): string {
  const towns = shuffled(readTowns(), chance);
  const meetings: object[] = [];
  while (meetings.length < count) {
    const group = madeUpGroup(meetings.length, chance.pickEarly(towns), chance);
    const days = shuffled([0, 1, 2, 3, 4, 5, 6], chance).slice(0, Math.min(chance.pick(timesAWeek), count - meetings.length));
    for (const day of days) meetings.push({ slug: `m${meetings.length}`, ...group, ...madeUpTime(day, group.types, chance) });
  }
  return JSON.stringify(meetings);
}

function madeUpTime(day: number, types: readonly string[], chance: Chance) {
  return {
    day,
    time: `${String(6 + chance.below(16)).padStart(2, "0")}:${chance.pick(["00", "15", "30"])}`,
    types: [...types, chance.pick(typesOfTimes)],
  };
}

function madeUpGroup(number: number, { zip, city, state, latitude, longitude }: Town, chance: Chance) {
  const online = chance.happens(0.3);
  return {
    name: `${chance.pick(groupWords)} ${chance.pick(groupWords)}${chance.happens(0.5) ? ` ${city}` : ""}`,
    types: [chance.pick(types)],
    location: `${chance.pick(groupWords)} ${chance.pick(venues)}`,
    formatted_address: `${1 + chance.below(900)} Main St, ${city}, ${state} ${zip}, USA`,
    latitude: nearby(latitude, chance),
    longitude: nearby(longitude, chance),
    notes: chance.happens(0.3) ? "Enter by the side door. First Saturday is a speaker meeting." : "",
    ...(online ? { conference_url: `https://zoom.us/j/${number}`, conference_phone: "+14065550100" } : {}),
  };
}

/** Degrees, up to two miles away. */
function nearby(degrees: number, chance: Chance): number {
  return Number((degrees + (chance.next() - 0.5) * 0.06).toFixed(4));
}

/** Every ZIP code of the fifty states, as `npm run build` wrote it. */
function readTowns(): Town[] {
  const lines = readFileSync(placesFile, "utf8").split("\n").filter(Boolean);
  const towns = lines.map((line) => {
    const [zip = "", city = "", , state = "", , latitude, longitude] = line.split("\t");
    return { zip, city, state, latitude: Number(latitude), longitude: Number(longitude) };
  });
  const islands = ["AS", "FM", "GU", "MH", "MP", "PR", "PW", "VI"];
  return towns.filter(({ state }) => !islands.includes(state));
}

function shuffled<Item>(items: Item[], chance: Chance): Item[] {
  for (let last = items.length - 1; last > 0; last--) {
    const other = chance.below(last + 1);
    [items[last], items[other]] = [items[other]!, items[last]!];
  }
  return items;
}

/** Writes `meetings` made-up meetings as `feeds` files into a folder, for trying by hand. */
export function writeFeeds(folder: string, meetings: number, feeds: number): void {
  mkdirSync(folder, { recursive: true });
  for (let feed = 1; feed <= feeds; feed++) {
    writeFileSync(join(folder, `made-up-${feed}.json`), madeUpFeed(Math.round(meetings / feeds), chanceFrom(feed)));
  }
}
