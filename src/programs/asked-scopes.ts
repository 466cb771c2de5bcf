import type { Bits } from "../search/facets/bits.ts";
import { addBit, eitherBits, noBits } from "../search/facets/bits.ts";
import { type FacetIndex, taggedWith } from "../search/facets/counts.ts";
import type { OpenCollection } from "../search/open.ts";
import type { Interpreted } from "../search/words/interpret.ts";
import { everyWordOf, stemOf } from "../search/words/text.ts";

/** The programs for one trouble, line of work or community, and the ways to request it: of each way, all stems must be among the words. */
export interface SpecialScope {
  ways: readonly ReadonlySet<string>[];
  programs: Bits;
}

/**
 * Words of scopes that request nothing special: function words ("People who are homeless") or the subject of the whole directory
 * ("Mental illness with drinking or drugs").
 */
const smallWords = new Set(
  "a are at cannot drinking drugs for from get home in mental much nation of on other people recovery reservation speakers that the to too who with".split(
    " ",
  ),
);

/** Returns the scopes of the programs in an index. "Teenagers" and "young adult" request "Teenagers and young adults", "older adult" does not. */
export function specialScopes({ byValue }: FacetIndex): SpecialScope[] {
  return [...byValue].flatMap(([tag, programs]) => {
    const [facet, slug] = tag.split(" ");
    if (facet !== "scope" || slug === undefined || slug === "anybody") return [];
    const stemsOf = (way: string) => new Set(way.split("-").flatMap((word) => (smallWords.has(word) ? [] : stemOf(word))));
    const ways = slug.split(/-(?:and|or)-/).map(stemsOf);
    return [{ ways: ways.filter(({ size }) => size > 0), programs }];
  });
}

/**
 * Returns the programs that a filter asks for: those for anybody, those whose scope its words or choices match, and those that it names.
 * The rest are for few people and come later. Null where it chose a special value, which all its results have.
 */
export function askedFor(programs: OpenCollection & { scopes: readonly SpecialScope[] }, { chosen, understood }: Interpreted): Bits | null {
  const values = programs.facets.flatMap(({ name, values }) => values.filter(({ id }) => chosen[name]?.includes(id)));
  if (values.some(({ special }) => special)) return null;
  const phrases =
    understood?.terms
      .filter(({ negated }) => !negated)
      .flatMap(({ typed, prefixes, phrases, synonyms }) => [typed, ...prefixes, ...phrases, ...synonyms]) ?? [];
  const stems = new Set([...phrases, ...values.map(({ label }) => label.en.toLowerCase())].flatMap(everyWordOf).map(stemOf));
  const asked = programs.scopes.filter(({ ways }) => ways.some((way) => [...way].every((stem) => stems.has(stem))));
  const anybody = taggedWith(programs.facetIndex, "scope", "anybody");
  return [...asked.map(({ programs }) => programs), calledByName(programs, phrases)].reduce(eitherBits, anybody);
}

function calledByName({ byName, rows }: OpenCollection, phrases: readonly string[]): Bits {
  const called = noBits(rows.length);
  for (const phrase of phrases) for (const position of byName.get(phrase.replaceAll(" ", ""))?.positions ?? []) addBit(called, position);
  return called;
}
