import { bothBits, countBits, noBits } from "../../search/facets/bits.ts";
import { facetValues } from "../../listing/vocabulary.ts";
import { inLanguage } from "../../listing/text.ts";
import type { Site } from "../../site/site.ts";
import { urls } from "../urls.ts";

/** A state as a square on a map of squares: small to send, and as easy to press in Rhode Island as in Texas. */
export interface Tile {
  id: string;
  name: string;
  href: string;
  /** Its corner, and the middle of its letters, on a map 360 by 240. */
  x: number;
  y: number;
  textX: number;
  textY: number;
  /** How many meetings it has in person. */
  level: "none" | "some" | "many";
  inPerson: number;
  label: string;
}

/** Where each state stands, row by row from the north; a dot is sea or another country. */
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

/** How wide and high a square is. */
const side = 30;

/** From how many meetings a week on these are many. */
const many = 10;

/** The squares of the map, in the order of the states' names; none while there are no meetings. */
export function mapOf({ meetings, words }: Site): Tile[] {
  if (meetings.numbers.length === 0) return [];
  const own = (key: string) => meetings.index.own.get(key) ?? noBits(meetings.index.size);
  const met = own("format in-person");
  return facetValues("state").map(({ id, label }) => {
    const inPerson = countBits(bothBits(own(`state ${id}`), met));
    const y = rows.findIndex((row) => row.includes(id));
    const name = inLanguage(label, words.language);
    const level = inPerson >= many ? "many" : inPerson > 0 ? "some" : "none";
    const [left, top] = [rows[y]!.indexOf(id) * side, y * side];
    const at = { x: left + 1, y: top + 1, textX: left + side / 2, textY: top + side * 0.64 };
    return { ...at, id, name, href: urls.place(id), level, inPerson, label: words.places.tile(name, inPerson) };
  });
}
