import type { Bits } from "../search/facets/bits.ts";
import { addBit, eitherBits, noBits } from "../search/facets/bits.ts";
import { type FacetIndex, taggedWith } from "../search/facets/counts.ts";
import type { OpenCollection } from "../search/open.ts";
import type { Interpreted } from "../search/words/interpret.ts";
import { everyWordOf, stemOf } from "../search/words/text.ts";

/** The programs for one trouble, line of work or community, and the stems of the words that request it. */
export interface SpecialScope {
  stems: ReadonlySet<string>;
  programs: Bits;
}

/**
 * Words of scopes that request nothing special: function words ("Veterans and service members") or the subject of the whole directory
 * ("Mental illness with drinking or drugs").
 */
const smallWords = new Set(
  "a alone an and at cannot drinking drugs for from get in mental of on or other people recovery the to who with without".split(" "),
);

/** Returns the scopes of the programs in an index. */
export function specialScopes({ byValue }: FacetIndex): SpecialScope[] {
  return [...byValue].flatMap(([tag, programs]) => {
    const [facet, slug] = tag.split(" ");
    if (facet !== "scope" || slug === undefined || slug === "anybody") return [];
    const words = slug.split("-").filter((word) => !smallWords.has(word));
    return [{ stems: new Set(words.map(stemOf)), programs }];
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
  const asked = programs.scopes.filter((scope) => [...scope.stems].some((stem) => stems.has(stem)));
  const anybody = taggedWith(programs.facetIndex, "scope", "anybody");
  return [...asked.map(({ programs }) => programs), calledByName(programs, phrases)].reduce(eitherBits, anybody);
}

function calledByName({ byName, rows }: OpenCollection, phrases: readonly string[]): Bits {
  const called = noBits(rows.length);
  for (const phrase of phrases) for (const position of byName.get(phrase.replaceAll(" ", ""))?.positions ?? []) addBit(called, position);
  return called;
}
