import type { NamedPlace } from "../../search/words/named-place.ts";
import { followsPreposition, isAfterComma, named, type Scan } from "./scan.ts";
import { writtenStates } from "./state-at.ts";

/** Shorter words are seldom names. */
const minLetters = 4;

/**
 * Reads an unknown word where a place would be: after "in" or "near", or before a state; or a lone number of five digits that is no ZIP code.
 * The page says what may be meant by it; the word is searched like any other.
 */
export function unknownAt(scan: Scan, at: number): NamedPlace | null {
  const { words, known, commonWords } = scan;
  const { word } = words[at]!;
  const isNumber = /^\d+$/.test(word);
  if (known.phraseAt(at) || known.hasMeaning(word) || known.isName(at) || known.isKnown(word) || commonWords.has(word)) return null;
  const isPlaced = followsPreposition(scan, at) || isBeforeState(scan, at + 1);
  const isAsked = isNumber ? word.length === 5 && words.length === 1 : word.length >= minLetters && isPlaced;
  return isAsked ? named(scan, at, at + 1, { states: [], sure: false }) : null;
}

/** Whether a state begins here: "nowhereville mt", "nowhereville, or". */
function isBeforeState(scan: Scan, at: number): boolean {
  return writtenStates(scan, at).some(({ abbreviation }) => {
    const kind = abbreviation === null ? "plain" : scan.lists.kindOf(abbreviation);
    return kind === "plain" || isAfterComma(scan, at);
  });
}
