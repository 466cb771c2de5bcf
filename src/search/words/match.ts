import { anyBit, type Bits, bothBits, countBits, hasBit, noBits } from "../facets/bits.ts";
import type { OpenCollection } from "../collection.ts";
import { addScores } from "../index/text-index.ts";
import type { Understood } from "./understand.ts";

/** With more things said than this, the combinations to try when nothing has them all would be too many. */
const mostGroups = 8;

/** More than any words can score: what is called as typed comes first. */
const calledSo = 1e6;

/** What words match. */
export interface Matches {
  bits: Bits;
  /** At each matching position how well, the higher the better. */
  scores: Float64Array;
  /** The typed words that had to be left out, because nothing has them together with the others. */
  dropped: string[];
}

/** One thing said, and what has it. */
interface Said {
  typed: string;
  bits: Bits;
}

/** The positions that match everything said that must be there; where nothing has it all, the most of it. */
export function search(collection: OpenCollection, { words, groups }: Understood): Matches {
  const { text, called } = collection;
  const scores = new Float64Array(text.size);
  const needed = groups.filter(({ optional }) => !optional).slice(0, mostGroups);
  const said = needed.map((group) => ({ typed: group.typed, bits: addScores(text, group, scores) }));
  for (const group of groups.filter(({ optional }) => optional)) addScores(text, group, scores);
  const kept = mostOf(said, text.size);
  const bits = kept.map((one) => one.bits).reduce(bothBits);
  for (const { position, length } of calledBySome(words, called)) if (hasBit(bits, position)) scores[position]! += length * calledSo;
  return { bits, scores, dropped: said.filter((one) => !kept.includes(one)).map(({ typed }) => typed) };
}

/** What matches where no word is known. */
export function noMatches(size: number): Matches {
  return { bits: noBits(size), scores: new Float64Array(size), dropped: [] };
}

/** As much of it as some listing has. Of equally many, those whose words are rarest, since rare words say most. */
function mostOf(said: readonly Said[], size: number): readonly Said[] {
  if (anyBit(said.map(({ bits }) => bits).reduce(bothBits))) return said;
  const rarity = said.map(({ bits }) => Math.log2(size / Math.max(1, countBits(bits))));
  const having: (Bits | null)[] = [null];
  let best = { kept: said, score: -1 };
  for (let subset = 1; subset < 1 << said.length; subset++) {
    const first = 31 - Math.clz32(subset);
    const others = having[subset ^ (1 << first)] ?? null;
    const bits = others ? bothBits(others, said[first]!.bits) : said[first]!.bits;
    having[subset] = bits;
    const at = said.flatMap((_, one) => (subset & (1 << one) ? [one] : []));
    const score = at.reduce((sum, one) => sum + 100 + rarity[one]!, 0);
    if (score > best.score && anyBit(bits)) best = { kept: at.map((one) => said[one]!), score };
  }
  return best.kept;
}

/** What is called by some run of the typed words, and how many words that run has. */
function calledBySome(words: readonly string[], called: OpenCollection["called"]): { position: number; length: number }[] {
  return words.flatMap((_, at) =>
    words.slice(at).flatMap((_, more) => {
      const length = more + 1;
      const positions = called.get(words.slice(at, at + length).join(""))?.positions ?? [];
      return positions.map((position) => ({ position, length }));
    }),
  );
}
