import { stateNamed } from "./states.ts";
import { foldTown, inFullWords, plainWords } from "./town.ts";

/** One reading of typed text as a town: folded, with the two letters of its state if one was given. */
export interface TownQuery {
  town: string;
  state: string | null;
}

/** Typed text as a place, in all its possible readings. */
export interface PlaceQuery {
  /** Four to six digits at the end: a ZIP code, perhaps mistyped. Or five before a single word. */
  digits: string | null;
  /** Readings with a state first, longer state names before shorter ones. */
  towns: TownQuery[];
  /** The text before the first comma, if there is one; only used for suggestions. */
  beforeComma: string | null;
  /** Whether the whole text is the name of a state, which is too large to be near. */
  onlyState: boolean;
}

/** No town with its state is longer. */
const maxLetters = 80;
const maxStateWords = 3;

/** The country at the end, as on maps and envelopes. */
// eslint-disable-next-line regexp/no-super-linear-move -- at most maxLetters
const country = /[\s,]+(?:u\.?s\.?(?:a\.?)?|united states(?: of america)?)$/i;
const zipLast = /(?<!\d)(?:(\d{5})[- ]?\d{4}|(\d{4,6}))$/;
/** Only before a single word: before more words it is a house number. */
const zipFirst = /^(\d{5})(?:-\d{4})?(?=[\s,]+\p{L}+\.?$)/u;

/** Parses "59911", "59911-1234", "Bigfork, MT", "bigfork montana", "Bigfork, MT 59911, USA" or "59911 MT". Accepts any text. */
export function readPlace(near: string): PlaceQuery {
  const text = withoutCountry(near);
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

/** Returns the state if the whole text is the name of one: "Montana", "w. va."; null for anything else. */
export function stateAskedFor(near: string): string | null {
  return stateIn(plainWords(withoutCountry(near)));
}

function withoutCountry(near: string): string {
  return near.slice(0, maxLetters).normalize("NFKC").trim().replace(country, "");
}

function readTowns(words: readonly string[]): TownQuery[] {
  const readings: TownQuery[] = [];
  // West Virginia is not a town of West in Virginia.
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
