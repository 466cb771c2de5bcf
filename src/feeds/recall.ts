import type { Fields } from "./record.ts";

/**
 * What was read of the last records of a feed, by all that it was read from. The records of a group repeat its name, place and notes, three
 * to seven times each, so most parts of a record have been read before. Nobody has to say which fields a part depends on: they are
 * followed as they are read.
 */
export class Recall {
  /** What is kept of each part, by the fields that it was read from: which these are depends on what the first of them say. */
  readonly #parts = new Map<string, KeptParts[]>();

  /** What a part of these fields was read as, where it has been read from the same values; else null. `given` is what else it is read from. */
  find(part: string, given: readonly Premise[], fields: Fields): PartReading | null {
    for (const { names, readings } of this.#parts.get(part) ?? []) {
      const reading = readings.get(keyOf(given, names, fields) ?? "");
      if (reading !== undefined) return reading;
    }
    return null;
  }

  /** Keeps what a part of these fields was read as, and by which of them, in the order in which they were read. */
  keep(part: string, given: readonly Premise[], fields: Fields, names: readonly string[], reading: PartReading): void {
    const key = keyOf(given, names, fields);
    if (key === null) return;
    const kept = this.#parts.get(part) ?? [];
    this.#parts.set(part, kept);
    const same = kept.find((one) => one.names.length === names.length && names.every((name, at) => name === one.names[at]));
    if (same === undefined && kept.length < maxWays) kept.push({ names, readings: new Map([[key, reading]]) });
    if (same?.readings.size === maxKept) same.readings.clear();
    same?.readings.set(key, reading);
  }
}

/** A part as it was read, with what was put right in it. */
interface PartReading {
  value: unknown;
  repairs: readonly (readonly [kind: string, was: unknown])[];
}

interface KeptParts {
  names: readonly string[];
  readings: Map<string, PartReading>;
}

export type Premise = string | boolean | null;

/** Readings of a part that are kept at once: those of the last groups, so few that forgetting them is no work. */
const maxKept = 500;
/** Lists of fields from which one part was read. */
const maxWays = 8;
/** Characters of a key; a longer one is of no usual record, and is not kept. */
const maxKey = 4000;

/** These values as one text; null where they are too many. Short lists of words are values too, as a record's types come. */
function keyOf(given: readonly Premise[], names: readonly string[], fields: Fields): string | null {
  const values: unknown[] = [...given];
  for (const name of names) {
    const value = fields[name];
    if (typeof value === "object" && value !== null && !isShortList(value)) return null;
    if (typeof value === "string" && value.length > maxKey) return null;
    // JSON has no other numbers.
    if (typeof value === "number" && !Number.isFinite(value)) return null;
    values.push(value);
  }
  const key = JSON.stringify(values);
  return key.length > maxKey ? null : key;
}

const isShortList = (value: object) => Array.isArray(value) && value.length < 30 && value.every((one) => typeof one === "string");
