import type { NamedPlace } from "../../search/words/named-place.ts";
import { findCountiesAsPlaces } from "../find.ts";
import { foldTown } from "../town.ts";
import { isFree, meansMore, named, type Scan, wordsBetween } from "./scan.ts";
import { lengthsFrom, writtenStates } from "./state-at.ts";
import { isWithin } from "./town-at.ts";

/** "Lewis and Clark", "Prince of Wales Outer". */
const maxCountyWords = 4;
/** Thirty states have a Washington County. */
const maxAmong = 12;

const kinds: ReadonlyMap<string, string> = new Map([
  ["county", "county"],
  ["counties", "county"],
  ["parish", "parish"],
  ["borough", "borough"],
]);

/** Reads a county, by its name and the word for it: "harlan county ky", "orleans parish", "harlan co ky". */
export function countyAt(scan: Scan, at: number): NamedPlace | null {
  for (const length of lengthsFrom(scan, at, maxCountyWords)) {
    const end = at + length;
    const kind = isFree(scan, at, end) ? kindAt(scan, end) : null;
    const place = kind && countyNamed(scan, at, end, kind);
    if (place) return place;
  }
  return null;
}

function kindAt(scan: Scan, at: number): string | null {
  const word = scan.words[at]?.word ?? "";
  if (word === "co" && writtenStates(scan, at + 1).length > 0) return "county";
  return (isFree(scan, at, at + 1) && kinds.get(word)) || null;
}

function countyNamed(scan: Scan, at: number, end: number, kind: string): NamedPlace | null {
  const town = foldTown([...wordsBetween(scan, at, end), kind]);
  const sure = !meansMore(scan, at, end);
  for (const { state, to } of writtenStates(scan, end + 1)) {
    const [found] = findCountiesAsPlaces(scan.db, { town, state });
    if (found) return named(scan, at, to, { states: [state], near: found.label, sure });
  }
  const counties = findCountiesAsPlaces(scan.db, { town, state: null }).filter(({ state }) => isWithin(scan, state));
  const [found, another] = counties;
  if (!found) return null;
  if (another) return named(scan, at, end + 1, { states: [], among: counties.slice(0, maxAmong).map(({ label }) => label), sure });
  return named(scan, at, end + 1, { states: [found.state], near: found.label, sure });
}
