import { createHash } from "node:crypto";

/**
 * A strong entity tag made of what an answer consists of. Hashing the bytes rather than naming the version of the data means that a
 * reader's copy stays good across restarts, between machines, and through every change of data that does not touch the page.
 */
export function entityTag(...parts: readonly (string | Buffer)[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return `"${hash.digest("base64url").slice(0, 16)}"`;
}

/** Whether an If-None-Match header names this tag: alone, in a list, as a weak tag (RFC 9110, 13.1.2), or by "*". */
export function matchesTag(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  return header === tag || header.trim() === "*" || (header.match(/"[^"]*"/g)?.includes(tag) ?? false);
}
