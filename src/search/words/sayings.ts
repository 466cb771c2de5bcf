import { isNumber, wordsOf } from "./text.ts";

/** A saying as editors list it; CONTRIBUTING explains how it is written. */
interface ListedSaying {
  /** Null where what is said is harmless, and so is what lies within it: "overdose training". */
  danger: string | null;
  said: readonly string[];
}

interface Saying {
  danger: string | null;
  /** Indexes of its parts, in order, and whether other words may precede each. */
  parts: readonly { part: number; afterGap: boolean }[];
}

/** A wording of one or more words, and the parts that it can be. */
interface Wording {
  words: readonly string[];
  parts: number[];
}

/** Sayings, recognized by the words that matter in them and their order: "took … whole bottle … pills". */
export interface Sayings {
  /** By first word. */
  wordings: ReadonlyMap<string, readonly Wording[]>;
  /** For each part, the sayings that begin with it. */
  beginning: readonly (readonly Saying[])[];
}

/** A saying found from one word up to another, which it does not include. */
export interface FoundSaying {
  danger: string | null;
  from: number;
  to: number;
}

/** A part of a saying, said up to a word, which it does not include. */
interface PartAt {
  part: number;
  to: number;
}

/** Between two parts: up to `maxGap` other words. */
const gap = "..";
const maxGap = 3;
/** Stands for a number of two digits or more. */
const number = "#";

/** Compiles sayings; `named` are the wordings of the parts that have a name. Throws an Error that names a part that is not there. */
export function makeSayings(named: Readonly<Record<string, readonly string[]>>, listed: readonly ListedSaying[]): Sayings {
  const byWording = new Map<string, Wording>();
  const written = new Map<string, number>();
  const beginning: Saying[][] = [];
  const partOf = (text: string): number => {
    const known = written.get(text);
    if (known !== undefined) return known;
    const part = written.size;
    written.set(text, part);
    beginning.push([]);
    for (const wording of wordingsOf(text, named)) {
      const { parts } = byWording.get(wording) ?? addTo(byWording, wording);
      parts.push(part);
    }
    return part;
  };
  for (const { danger, said } of listed) {
    for (const saying of said) {
      const tokens = saying.split(" ");
      const parts = tokens.flatMap((token, at) => (token === gap ? [] : [{ part: partOf(token), afterGap: tokens[at - 1] === gap }]));
      beginning[parts[0]!.part]!.push({ danger, parts });
    }
  }
  const wordings = Map.groupBy(byWording.values(), ({ words }) => words[0]!);
  return { wordings, beginning };
}

function addTo(byWording: Map<string, Wording>, wording: string): Wording {
  const added = { words: wording.split(" "), parts: [] };
  byWording.set(wording, added);
  return added;
}

/** Returns the wordings of a part as it is written: "{pills}|the_bottle". */
function wordingsOf(text: string, named: Readonly<Record<string, readonly string[]>>): Set<string> {
  const wordings = text
    .split("|")
    .flatMap((one) => (one.startsWith("{") ? (named[one.slice(1, -1)] ?? unknown(one)) : [one.replaceAll("_", " ")]));
  return new Set(wordings.map((wording) => (wording === number ? number : wordsOf(wording).join(" "))));
}

function unknown(part: string): never {
  throw new Error(`danger-phrases.json: nothing is called ${part} in its "parts"`);
}

/** Returns every word of a saying. */
export function wordsOfSayings({ wordings }: Sayings): string[] {
  return [...wordings.values()].flatMap((starting) => starting.flatMap(({ words }) => words));
}

/** Returns the sayings found in the words, in no particular order. */
export function sayingsIn(sayings: Sayings, words: readonly string[]): FoundSaying[] {
  const partsFrom = words.map((_, from) => partsAt(sayings, words, from));
  const said = new Set(partsFrom.flatMap((parts) => parts.map(({ part }) => part)));
  const found: FoundSaying[] = [];
  for (const [from, begun] of partsFrom.entries()) {
    for (const { part, to } of begun) {
      for (const { danger, parts } of sayings.beginning[part]!) {
        const end = parts.every((one) => said.has(one.part)) ? endOf(parts, partsFrom, 1, to) : null;
        if (end !== null) found.push({ danger, from, to: end });
      }
    }
  }
  return found;
}

/** Returns where a saying ends whose parts from the `next` on are said at this word or after a gap; null if they are not. */
function endOf(parts: Saying["parts"], partsFrom: readonly PartAt[][], next: number, at: number): number | null {
  const wanted = parts[next];
  if (!wanted) return at;
  for (const begun of partsFrom.slice(at, at + (wanted.afterGap ? maxGap : 0) + 1)) {
    for (const { part, to } of begun) {
      const end = part === wanted.part ? endOf(parts, partsFrom, next + 1, to) : null;
      if (end !== null) return end;
    }
  }
  return null;
}

/** Returns the parts that begin at this word, and where each ends. */
function partsAt({ wordings }: Sayings, words: readonly string[], from: number): PartAt[] {
  const first = words[from]!;
  const numbers = first.length > 1 && isNumber(first) ? number : "";
  return [first, numbers]
    .flatMap((word) => wordings.get(word) ?? [])
    .filter((wording) => wording.words.every((word, at) => at === 0 || words[from + at] === word))
    .flatMap((wording) => wording.parts.map((part) => ({ part, to: from + wording.words.length })));
}
