import { addBit, type Bits, bothBits, countBits, noBits } from "../facets/bits.ts";
import type { OpenCollection } from "./collection.ts";
import type { Group, Understood } from "./understand.ts";

/** Shorter known words stand for themselves only: "men" must not find "mental". */
const shortestStart = 5;
/** With more things said than this, the combinations to try when nothing has them all would be too many. */
const mostGroups = 8;

/** What matches, best first, and which of the typed words had to be left out for it. */
interface Matched {
  ranked: number[];
  dropped: string[];
}

/**
 * The positions that match every group that must be there, best first: before all, what is called as typed. Where nothing has it
 * all, the most of it.
 */
export function search(collection: OpenCollection, { words, groups, crisis }: Understood): Matched {
  const needed = groups.filter(({ optional }) => !optional).slice(0, mostGroups);
  const welcome = groups.filter(({ optional }) => optional);
  const matched = match(collection, needed, welcome);
  const kept = matched.length > 0 ? needed : mostOf(collection, needed);
  const ranked = kept === needed ? matched : match(collection, kept, welcome);
  const urgent = crisis.flatMap((id) => collection.ids.get(id) ?? []);
  return {
    ranked: [...new Set([...urgent, ...calledFirst(collection, words, ranked)])],
    dropped: needed.filter((group) => !kept.includes(group)).map(({ typed }) => typed),
  };
}

/** Best first: SQLite's bm25 (the lower the better), weighed by how much a match of that listing counts. */
function match(collection: OpenCollection, needed: readonly Group[], welcome: readonly Group[]): number[] {
  if (needed.length === 0) return [];
  return collection.match
    .all(expressionOf(needed, welcome))
    .flatMap(([number, rank]) => {
      const position = collection.positions.get(number);
      return position === undefined ? [] : [{ position, score: rank * collection.weights[position]! }];
    })
    .sort((a, b) => a.score - b.score)
    .map(({ position }) => position);
}

/**
 * The MATCH expression: every needed group by one of its alternatives; the welcome ones only count in the ranking, which in SQLite
 * adds up every phrase of the question that a row has. Every word is quoted, so no syntax gets through.
 */
export function expressionOf(needed: readonly Group[], welcome: readonly Group[]): string {
  const one = ({ starts, phrases }: Group) => `(${[...starts.flatMap(orLonger), ...phrases.map(quoted)].join(" OR ") || '""'})`;
  const must = needed.map(one).join(" AND ");
  return welcome.length > 0 ? `${must} AND (${[needed[0]!, ...welcome].map(one).join(" OR ")})` : must;
}

const quoted = (words: string) => `"${words}"`;
const orLonger = (word: string) => (word.length >= shortestStart ? [quoted(word), `${quoted(word)} *`] : [quoted(word)]);

/** Nothing has all of it: the most of it that something has. Of equally many, those whose words are rarest, since rare words say most. */
function mostOf(collection: OpenCollection, groups: readonly Group[]): readonly Group[] {
  const sets = groups.map((group) => asBits(collection, match(collection, [group], [])));
  const size = Math.max(1, collection.numbers.length);
  const rarity = sets.map((bits) => Math.log2(size / Math.max(1, countBits(bits))));
  let best = { kept: [] as number[], score: -1 };
  for (let subset = 1; subset < 1 << groups.length; subset++) {
    const kept = groups.flatMap((_, at) => (subset & (1 << at) ? [at] : []));
    const score = kept.length * 100 + kept.reduce((sum, at) => sum + rarity[at]!, 0);
    if (score > best.score && countBits(kept.map((at) => sets[at]!).reduce(bothBits)) > 0) best = { kept, score };
  }
  return best.kept.map((at) => groups[at]!);
}

/** Puts first what is called by some run of the typed words: the longest run first. */
function calledFirst({ called }: OpenCollection, words: readonly string[], matched: number[]): number[] {
  const among = new Set(matched);
  const first: number[] = [];
  for (let length = words.length; length > 0; length--) {
    for (let at = 0; at + length <= words.length; at++) {
      const positions = called.get(words.slice(at, at + length).join(""))?.positions ?? [];
      first.push(...positions.filter((position) => among.has(position)));
    }
  }
  return first.length > 0 ? [...new Set([...first, ...matched])] : matched;
}

/** A set of positions as bits. */
export function asBits(collection: OpenCollection, positions: readonly number[]): Bits {
  const bits = noBits(collection.numbers.length);
  for (const position of positions) addBit(bits, position);
  return bits;
}
