import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { facetValues } from "../../src/listing/vocabulary.ts";
import { type Chance, chanceFrom } from "./random.ts";

/** Made-up meetings in any number, as feeds in Meeting Guide JSON. */

const towns = ["Bigfork", "Libby", "Havre", "Ely", "Salina", "Alpine", "Franklin", "Clinton", "Madison", "Salem", "Georgetown"];
export const groupWords = [
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
export function madeUpFeed(count: number, chance: Chance): string {
  const states = facetValues("state").map(({ id }) => id);
  const records = Array.from({ length: count }, (_, number) => {
    const town = chance.pick(towns);
    const online = chance.happens(0.3);
    return {
      slug: `m${number}`,
      name: `${chance.pick(groupWords)} ${chance.pick(groupWords)} ${town}`,
      day: chance.below(7),
      time: `${String(6 + chance.below(16)).padStart(2, "0")}:${chance.pick(["00", "15", "30"])}`,
      types: [chance.pick(types), chance.pick(types)],
      location: `${chance.pick(groupWords)} Church`,
      formatted_address: `${1 + chance.below(900)} Main St, ${town}, ${chance.pick(states)} 59911, USA`,
      latitude: 30 + chance.below(18_000) / 1000,
      longitude: -120 + chance.below(45_000) / 1000,
      notes: chance.happens(0.3) ? "Enter by the side door. First Saturday is a speaker meeting." : "",
      ...(online ? { conference_url: `https://zoom.us/j/${number}`, conference_phone: "+14065550100" } : {}),
    };
  });
  return JSON.stringify(records);
}

/** Writes so many meetings as so many feeds into a folder, for trying by hand. */
export function writeFeeds(folder: string, meetings: number, feeds: number): void {
  mkdirSync(folder, { recursive: true });
  for (let feed = 1; feed <= feeds; feed++) {
    writeFileSync(join(folder, `made-up-${feed}.json`), madeUpFeed(Math.round(meetings / feeds), chanceFrom(feed)));
  }
}
