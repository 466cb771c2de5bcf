import { stateNamed } from "./states.ts";
import { foldTown, inFullWords, plainWords } from "./town.ts";

/** One way to read what somebody typed as a town: folded, and the state's two letters where one was said. */
export interface AskedTown {
  town: string;
  state: string | null;
}

/** What somebody typed as a place, in every way that it can be read. */
interface Asked {
  /** Four to six digits at the end: a ZIP code, perhaps mistyped. */
  digits: string | null;
  /** Readings with a state first, the longest name of a state before shorter ones. */
  towns: AskedTown[];
  /** What stands before the comma, where what follows is no state; only good for suggestions. */
  beforeComma: string | null;
}

/** No name of a town and its state is longer. */
const mostLetters = 80;
const mostWordsOfState = 3;

/** Reads "59911", "59911-1234", "Bigfork, MT", "bigfork montana" or "Bigfork, MT 59911". Any text can be read. */
export function readPlace(near: string): Asked {
  const text = near.slice(0, mostLetters).normalize("NFKC").trim();
  const zip = /(?<!\d)(?:(\d{5})[- ]?\d{4}|(\d{4,6}))$/.exec(text);
  const named = zip ? text.slice(0, zip.index) : text;
  const comma = named.indexOf(",");
  return {
    digits: zip?.[1] ?? zip?.[2] ?? null,
    towns: readTowns(plainWords(named)),
    beforeComma: comma > 0 ? foldTown(plainWords(named.slice(0, comma))) || null : null,
  };
}

function readTowns(words: readonly string[]): AskedTown[] {
  const readings: AskedTown[] = [];
  for (let ofState = Math.min(mostWordsOfState, words.length - 1); ofState > 0; ofState--) {
    const said = words.slice(-ofState);
    const state = stateNamed(said.join(" ")) ?? stateNamed(inFullWords(said).join(" "));
    if (state) readings.push({ town: foldTown(words.slice(0, -ofState)), state });
  }
  return words.length === 0 ? [] : [...readings, { town: foldTown(words), state: null }];
}
