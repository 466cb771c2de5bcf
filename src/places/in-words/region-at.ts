import type { NamedPlace } from "../../search/words/named-place.ts";
import { regionLabel, regionsNamed } from "../regions.ts";
import { foldTown } from "../town.ts";
import { isFree, meansMore, named, type Scan, wordsBetween } from "./scan.ts";
import { lengthsFrom } from "./state-at.ts";

/** "Eastern Upper Peninsula of Michigan". */
const maxRegionWords = 5;

/** What people add to the name of a region. */
const kinds: ReadonlySet<string> = new Set(["area", "borough", "country", "region"]);

/** Reads a region of data/places/regions.json: "upper peninsula", "four corners", "panhandle". */
export function regionAt(scan: Scan, at: number): NamedPlace | null {
  for (const length of lengthsFrom(scan, at, maxRegionWords)) {
    const end = at + length;
    const to = kinds.has(scan.words[end]?.word ?? "") && isFree(scan, end, end + 1) ? end + 1 : end;
    const regions = isFree(scan, at, end) ? regionsNamed(foldTown(wordsBetween(scan, at, end)), scan.within) : [];
    const [region, another] = regions;
    const sure = !meansMore(scan, at, end);
    if (another) return named(scan, at, to, { states: [], among: regions.map(regionLabel), sure });
    if (region) return named(scan, at, to, { states: region.states, near: region.around && regionLabel(region), sure });
  }
  return null;
}
