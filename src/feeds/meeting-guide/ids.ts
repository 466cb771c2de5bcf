import { createHash } from "node:crypto";
import type { Note } from "../values/repair.ts";

const longest = 80;

/** A key of lower-case letters, digits and hyphens. A long one keeps its beginning and a fingerprint, so that it stays its own. */
export function keyOf(raw: string, note: Note): string {
  const key = readable(raw)
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  const short =
    key === "" ? fingerprint(raw) : key.length > longest ? `${key.slice(0, longest - 9).replace(/-+$/, "")}-${fingerprint(raw)}` : key;
  if (short !== raw) note("slug", raw.slice(0, 120));
  return short;
}

/** WordPress writes a slug's other letters as %c3%b1. */
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

/** The same keys, each once: the first keeps its own, the next are -2, -3 …, never a key that another record has by itself. */
export function uniqueKeys(keys: readonly string[]): string[] {
  const taken = new Set(keys);
  const seen = new Map<string, number>();
  return keys.map((key) => {
    let count = (seen.get(key) ?? 0) + 1;
    let own = key;
    for (; count > 1 && taken.has(own); count++) own = `${key.slice(0, longest - 1 - String(count).length)}-${count}`;
    seen.set(key, count > 1 ? count - 1 : 1);
    taken.add(own);
    return own;
  });
}
