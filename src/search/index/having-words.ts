import { addBit, allBits, type Bits, bothBits, noBits } from "../facets/bits.ts";
import { findTerm, type TextIndex } from "./text-index.ts";

/** Returns the listings that have all of these words anywhere in their texts. */
export function havingWords(index: TextIndex, words: readonly string[]): Bits {
  return words.map((word) => having(index, word)).reduce(bothBits, allBits(index.size));
}

function having(index: TextIndex, word: string): Bits {
  const bits = noBits(index.size);
  for (const position of findTerm(index, { prefixes: [], phrases: [word], synonyms: [] }).positions) addBit(bits, position);
  return bits;
}
