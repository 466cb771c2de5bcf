import type { NamedPlace } from "../../search/words/named-place.ts";
import { stateByAbbreviation, stateByName } from "../states.ts";
import { followsPreposition, isAfterComma, isFree, isLast, named, type Scan, standsByItself, wordsBetween } from "./scan.ts";

/** A state as typed, from some word to before the word `to`. */
export interface WrittenState {
  state: string;
  to: number;
  /** The abbreviation, such as "ky"; null for a whole name. */
  abbreviation: string | null;
}

/** "Northern Mariana Islands", "District of Columbia". */
const maxNameWords = 3;

/** Reads a state without a town: "montana", "warm line mt", "eastern kentucky", "ne ohio", "new york state". */
export function stateAt(scan: Scan, at: number): NamedPlace | null {
  const meant = writtenStates(scan, at).filter((written) => isMeant(scan, at, written));
  const whole = meant.find(({ to, abbreviation }) => abbreviation === null || to - at > 1);
  const behind = whole ? null : behindDirection(scan, at);
  if (behind) return { ...behind, from: at, typed: wordsBetween(scan, at, behind.to).join(" ") };
  const found = whole ?? meant[0];
  return found ? named(scan, at, afterTheWordState(scan, found.to), { states: [found.state] }) : null;
}

/** Includes the word in "washington state", but not in "state trooper" after a state. */
function afterTheWordState({ words, known }: Scan, to: number): number {
  return words[to]?.word === "state" && known.phraseAt(to) === null ? to + 1 : to;
}

/** Reads a state after a direction: "eastern kentucky", "state of washington". */
function behindDirection(scan: Scan, at: number): NamedPlace | null {
  for (const length of [2, 1]) {
    const isDirection = at + length < scan.words.length && scan.lists.directions.has(wordsBetween(scan, at, at + length).join(" "));
    const behind = isDirection && isFree(scan, at, at + length) ? stateAt(scan, at + length) : null;
    if (behind) return behind;
  }
  return null;
}

/** Returns every way to read a state here, longest first, whether or not one is meant. */
export function writtenStates(scan: Scan, at: number): WrittenState[] {
  const names = lengthsFrom(scan, at, maxNameWords).flatMap((length) => {
    const state = stateByName(wordsBetween(scan, at, at + length).join(" "));
    return state ? [{ state, to: at + length, abbreviation: null }] : [];
  });
  return [...names, ...abbreviations(scan, at)].filter(({ to }) => isFree(scan, at, to));
}

/** Reads "w va" and "n dak"; "n.m." and "d c", whose letters are separate words; "ky". */
function abbreviations(scan: Scan, at: number): WrittenState[] {
  return lengthsFrom(scan, at, 2).flatMap((length) => {
    const written = wordsBetween(scan, at, at + length);
    const areLetters = length > 1 && written.every((word) => word.length === 1);
    const abbreviation = areLetters || written[0] === "w" ? written.join("") : written.join(" ");
    const state = stateByAbbreviation(abbreviation);
    return state ? [{ state, to: at + length, abbreviation }] : [];
  });
}

/** Returns the possible numbers of words from here on, at most `max`, largest first. */
export function lengthsFrom({ words }: Scan, at: number, max: number): number[] {
  const most = Math.max(0, Math.min(max, words.length - at));
  return Array.from({ length: most }, (_, less) => most - less);
}

/**
 * Whether a state is meant. An abbreviation that is not a word ("ky") always is one. One that is a word is a state after a comma, in capitals
 * among lower-case words, and else only where the sentence makes it one: at its end, after "in", or after a word that can precede a state
 * ("aa ca", "meetings ok", but "help me"). "In", "or" and "as" are connecting words, so they need a comma, capitals at the end, or all of
 * "meetings in or".
 */
function isMeant(scan: Scan, at: number, { to, abbreviation }: WrittenState): boolean {
  const { words, lists, known } = scan;
  const kind = abbreviation === null ? "plain" : lists.kindOf(abbreviation);
  if (kind === "plain" || isAfterComma(scan, at)) return true;
  if (to - at === words.length) return kind === "mayMeanElse" && !known.isName(at) && !known.hasMeaning(words[at]!.word);
  const before = words[at - 1]?.word ?? "";
  if (words[at]!.capitals && isMeantInCapitals(scan, at, to, kind === "connecting")) return true;
  if (followsPreposition(scan, at)) return isMeantAfterPreposition(scan, at, to, kind === "mayMeanElse");
  if (at === 0 || kind === "connecting" || !isLast(scan, to)) return false;
  return kind === "mayMeanElse" ? !lists.joining.has(before) && !lists.prepositions.has(before) : standsByItself(scan, at - 1);
}

/** Whether capitals make it a state: "warm line MT tonight", "aa OR", but not "aa OR na", "is it OK", or "CA meetings" where CA is a program. */
function isMeantInCapitals(scan: Scan, at: number, to: number, isConnecting: boolean): boolean {
  if (at === 0) return !isConnecting && !scan.known.isName(0) && !scan.known.hasMeaning(scan.words[0]!.word);
  return !scan.lists.joining.has(scan.words[at - 1]!.word) && (!isConnecting || isLast(scan, to));
}

/** Whether a preposition makes it a state: "groups in pa", "meetings in ok for women", but not "believe in me". */
function isMeantAfterPreposition(scan: Scan, at: number, to: number, isRarelyWord: boolean): boolean {
  const isAsked = standsByItself(scan, at - 2);
  return isLast(scan, to) ? isRarelyWord || isAsked || (scan.words[at]!.word !== "me" && !isConnectingWord(scan, at)) : isAsked;
}

function isConnectingWord({ lists, words }: Scan, at: number): boolean {
  return lists.kindOf(words[at]!.word) === "connecting";
}
