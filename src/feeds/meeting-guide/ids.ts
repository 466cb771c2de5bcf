import { createHash } from "node:crypto";
import { privateExcerpt, privateText } from "../reader.ts";
import type { Fields, Repair, ReportRepair } from "../record.ts";
import { trimMarks } from "../values/trim-marks.ts";

const maxLength = 80;

/**
 * Returns each record's part of its meeting's id. Duplicates are numbered in the order of name, day and time, because a feed's order changes
 * each time. An id derived from the fields of a record that sent none is not reported as a repair.
 */
export function idsOf(records: readonly Fields[]): { ids: string[]; repairs: Repair[] } {
  const repairs = new Map<string, Repair>();
  const report = (record: string, value: unknown) => {
    const was = privateExcerpt(value);
    repairs.set(`${record}\n${was}`, { kind: "slug", record, was });
  };
  const own = records.map((record) => privateText(record["slug"], 400) ?? privateText(record["id"], 400));
  const ids = records.map((record, index) => {
    const raw = own[index];
    if (typeof raw !== "string") return idOf(saidBy(record) || `record ${index + 1}`, () => undefined);
    const id = idOf(raw, (_kind, was) => report(raw.slice(0, 80), was));
    if (/^\d+$/.test(id) && privateText(record["slug"]) !== null) report(id, raw);
    return id;
  });
  const unique = uniqueInOrder(ids, records);
  for (const [index, id] of unique.entries()) if (id !== ids[index] && own[index] !== null) report(id, ids[index]);
  return { ids: unique, repairs: [...repairs.values()] };
}

function uniqueInOrder(ids: readonly string[], records: readonly Fields[]): string[] {
  if (new Set(ids).size === ids.length) return [...ids];
  const said = records.map(saidBy);
  const order = [...ids.keys()].sort((a, b) => (said[a]! < said[b]! ? -1 : said[a]! > said[b]! ? 1 : a - b));
  const unique: string[] = [];
  for (const [place, id] of uniqueIds(order.map((index) => ids[index]!)).entries()) unique[order[place]!] = id;
  return unique;
}

const saidBy = (record: Fields) =>
  ["name", "day", "time"]
    .map((field) => privateExcerpt(record[field]))
    .join(" ")
    .trim();

/** Converts to an id of lower-case letters, digits and hyphens. A long one is cut and ends in a hash, so that it stays unique. */
export function idOf(raw: string, repaired: ReportRepair): string {
  if (raw.length <= maxLength && isId.test(raw)) return raw;
  const plain = readable(raw).normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "");
  const id = trimMarks(plain.replace(/[^a-z0-9]+/g, "-"), /-/, /-/);
  const start = trimMarks(id.slice(0, maxLength - 9), null, /-/);
  const short = id === "" ? fingerprint(raw) : id.length > maxLength ? `${start}-${fingerprint(raw)}` : id;
  if (short !== raw) repaired("slug", raw);
  return short;
}

/** Matches nearly all ids, which need no repair. */
const isId = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Decodes a slug, in which WordPress writes other letters as %c3%b1. */
function readable(raw: string): string {
  try {
    return decodeURIComponent(raw);
  } catch {
    return raw;
  }
}

function fingerprint(text: string): string {
  return createHash("sha256").update(text.toWellFormed()).digest("hex").slice(0, 8);
}

/** Makes ids unique: the first of equal ones stays, the next get -2, -3 …, but never an id that another record already has. */
export function uniqueIds(ids: readonly string[]): string[] {
  const taken = new Set(ids);
  const seen = new Set<string>();
  /** Next number, by the prefix that stays when an id is numbered: long ids that differ only at their end share it. */
  const counts = new Map<string, number>();
  return ids.map((id) => {
    if (!seen.has(id)) {
      seen.add(id);
      return id;
    }
    const start = id.slice(0, maxLength - maxCountLength);
    let count = counts.get(start) ?? 2;
    while (taken.has(numbered(id, count))) count++;
    counts.set(start, count + 1);
    taken.add(numbered(id, count));
    return numbered(id, count);
  });
}

/** Length of "-9999999". */
const maxCountLength = 8;

function numbered(id: string, count: number): string {
  const end = `-${count}`;
  return id.slice(0, maxLength - end.length) + end;
}
