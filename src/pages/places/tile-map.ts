import { facetValues } from "../../listing/vocabulary.ts";
import { onlyListed } from "../../meetings/listed-rows.ts";
import { bothBits, countBits } from "../../search/facets/bits.ts";
import { taggedWith } from "../../search/facets/counts.ts";
import type { Context } from "../../site/site.ts";
import { inLanguage } from "../../words/languages.ts";

/** A state as a square on a tile map: small to send, and as easy to press in Rhode Island as in Texas. */
export interface Tile {
  id: string;
  name: string;
  href: string;
  /** Positions of its corner and of the middle of its letters, on a map of 360 by 240. */
  x: number;
  y: number;
  textX: number;
  textY: number;
  /** How many in-person meetings it has, as a level. */
  level: "none" | "some" | "many";
  inPerson: number;
  label: string;
}

/** Position of each state, row by row from the north; a dot is sea or another country. */
const rows = [
  "AK . . . . . . . . . . ME",
  ". . . . . . WI . . . VT NH",
  ". WA ID MT ND MN IL MI . NY MA .",
  ". OR NV WY SD IA IN OH PA NJ CT RI",
  ". CA UT CO NE MO KY WV VA MD DE .",
  ". . AZ NM KS AR TN NC SC DC . .",
  ". . . . OK LA MS AL GA . . .",
  "HI . . . TX . . . . FL . .",
].map((row) => row.split(" "));

/** Width and height of a square. */
const side = 30;

/** Number of meetings a week that counts as many. */
const many = 10;

/** Baseline of the letters as a fraction of the square's height: with it, capitals look centered. */
const baseline = 0.64;

/** Returns the squares of the map, in the order of the states' names; none while there are no meetings. */
export function tileMap({ meetings, vocabulary, words, urls }: Context): Tile[] {
  if (meetings.rows.length === 0) return [];
  const heldThere = onlyListed(meetings, taggedWith(meetings.facetIndex, "format", "in-person"));
  return facetValues(vocabulary, "state").map(({ id, label }) => {
    const inPerson = countBits(bothBits(taggedWith(meetings.facetIndex, "state", id), heldThere));
    const y = rows.findIndex((row) => row.includes(id));
    const name = inLanguage(label, words.language);
    const level = inPerson >= many ? "many" : inPerson > 0 ? "some" : "none";
    const [left, top] = [rows[y]!.indexOf(id) * side, y * side];
    const at = { x: left + 1, y: top + 1, textX: left + side / 2, textY: top + side * baseline };
    return { ...at, id, name, href: urls.place(id), level, inPerson, label: words.places.tile(name, inPerson) };
  });
}
