import { stateNamed } from "./states.ts";
import { foldTown, inFullWords, plainWords } from "./town.ts";

/** One way to read what somebody typed as a town: folded, and the state's two letters where one was said. */
export interface TownQuery {
  town: string;
  state: string | null;
}

/** What somebody typed as a place, in every way that it can be read. */
export interface PlaceQuery {
  /** Four to six digits at the end: a ZIP code, perhaps mistyped. Or five before a single word. */
  digits: string | null;
  /** Readings with a state first, the longest name of a state before shorter ones. */
  towns: TownQuery[];
  /** What is before the comma, where what follows is not a state; only used for suggestions. */
  beforeComma: string | null;
  /** The whole text is the name of a state, which is too large to be near to. */
  onlyState: boolean;
}

/** No town with its state is longer. */
const maxLetters = 80;
const maxStateWords = 3;

/** As maps and envelopes end. */
// eslint-disable-next-line regexp/no-super-linear-move -- at most maxLetters
const country = /[\s,]+(?:u\.?s\.?(?:a\.?)?|united states(?: of america)?)$/i;
const zipLast = /(?<!\d)(?:(\d{5})[- ]?\d{4}|(\d{4,6}))$/;
/** Before a single word only: before more words it is a house number. */
const zipFirst = /^(\d{5})(?:-\d{4})?(?=[\s,]+\p{L}+\.?$)/u;

/** Reads "59911", "59911-1234", "Bigfork, MT", "bigfork montana", "Bigfork, MT 59911, USA" or "59911 MT". Any text can be read. */
export function readPlace(near: string): PlaceQuery {
  const text = near.slice(0, maxLetters).normalize("NFKC").trim().replace(country, "");
  const zip = zipLast.exec(text) ?? zipFirst.exec(text);
  const named = zip ? text.replace(zip[0], " ") : text;
  const comma = named.indexOf(",");
  const words = plainWords(named);
  return {
    digits: zip?.[1] ?? zip?.[2] ?? null,
    towns: readTowns(words),
    beforeComma: comma > 0 ? foldTown(plainWords(named.slice(0, comma))) || null : null,
    onlyState: stateIn(words) !== null,
  };
}

/** The state where the whole text is the name of one: "Montana", "w. va."; null for anything else. */
export function stateAskedFor(near: string): string | null {
  return stateIn(plainWords(near.slice(0, maxLetters).normalize("NFKC").trim().replace(country, "")));
}

function readTowns(words: readonly string[]): TownQuery[] {
  const readings: TownQuery[] = [];
  // West Virginia is no town of West in Virginia.
  const maxWords = stateIn(words) ? 0 : Math.min(maxStateWords, words.length - 1);
  for (let ofState = maxWords; ofState > 0; ofState--) {
    const state = stateIn(words.slice(-ofState));
    if (state) readings.push({ town: foldTown(words.slice(0, -ofState)), state });
  }
  return words.length === 0 ? [] : [...readings, { town: foldTown(words), state: null }];
}

function stateIn(words: readonly string[]): string | null {
  return stateNamed(words.join(" ")) ?? stateNamed(inFullWords(words).join(" "));
}
