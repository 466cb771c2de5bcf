import { knownWordsIn } from "../index/text-index.ts";
import type { OpenCollection } from "../open.ts";
import type { KnownOfWords, KnownPhrase, NamedPlace } from "./named-place.ts";
import type { TypedWord } from "./typed-words.ts";

type Known = Pick<OpenCollection, "lexicon" | "text" | "byName">;

/** Returns the places that these words name, except where a longer phrase or a listing's name takes precedence. */
export function placesNamed(known: Known, words: readonly TypedWord[], states: readonly string[]): NamedPlace[] {
  return known.lexicon.readPlaces(words, knownOfWords(known, words, states));
}

function knownOfWords(known: Known, written: readonly TypedWord[], states: readonly string[]): KnownOfWords {
  const words = written.map(({ word }) => word);
  const { rules } = known.lexicon.everyPhrase;
  const phrases = phrasesIn(known, words);
  return {
    phraseAt: (position) => phrases[position] ?? null,
    hasMeaning: (word) => rules.has(word) && !isState(known, word),
    isName: (position) => {
      const phrase = phrases[position];
      return known.byName.has(words.slice(phrase?.to === position + 1 ? phrase.from : position, position + 1).join(""));
    },
    isKnown: (word) => knownWordsIn(known.text).counts.has(word),
    states,
  };
}

/** Returns, for each word, the phrase of several words that a rule or a listing's name matches; names of states are excluded. */
function phrasesIn(known: Known, words: readonly string[]): (KnownPhrase | null)[] {
  const phrases: (KnownPhrase | null)[] = words.map(() => null);
  for (let from = 0; from < words.length; ) {
    const to = endOfPhrase(known, words, from);
    const phrase = words.slice(from, to).join(" ");
    if (to > from + 1 && !isState(known, phrase)) phrases.fill({ from, to, isSilent: isSilent(known, phrase) }, from, to);
    from = to;
  }
  return phrases;
}

function isSilent({ lexicon }: Known, phrase: string): boolean {
  const rule = lexicon.everyPhrase.rules.get(phrase);
  return rule?.instead === true && rule.means.length === 0;
}

function endOfPhrase({ lexicon: { everyPhrase }, byName }: Known, words: readonly string[], from: number): number {
  for (let to = Math.min(from + everyPhrase.longest, words.length); to > from + 1; to--) {
    const phrase = words.slice(from, to);
    if (everyPhrase.rules.has(phrase.join(" ")) || byName.has(phrase.join(""))) return to;
  }
  return from + 1;
}

function isState({ lexicon }: Known, phrase: string): boolean {
  return lexicon.everyPhrase.rules.get(phrase)?.filter["state"] !== undefined;
}

/** Returns the states of the places as implied choices, if the list has a state facet. */
export function statesOf({ facets }: Pick<OpenCollection, "facets">, places: readonly NamedPlace[]) {
  const values = facets.find(({ name }) => name === "state")?.values ?? [];
  const implied = places.flatMap(({ states, typed }) => states.map((value) => ({ facet: "state", value, typed })));
  return implied.filter(({ value }) => values.some(({ id }) => id === value));
}

/** Returns the runs of words between the places. A list without a state facet also searches the words of a place that it has. */
export function wordsBesides(
  { facets, text }: Pick<OpenCollection, "facets" | "text">,
  words: readonly string[],
  places: readonly NamedPlace[],
): string[][] {
  const isByState = facets.some(({ name }) => name === "state");
  const isTaken = (word: string, at: number) =>
    places.some(({ from, to, sure }) => sure && at >= from && at < to) && (isByState || !knownWordsIn(text).counts.has(word));
  const runs: string[][] = [[]];
  for (const [at, word] of words.entries()) {
    if (isTaken(word, at)) runs.push([]);
    else runs.at(-1)!.push(word);
  }
  return runs;
}
