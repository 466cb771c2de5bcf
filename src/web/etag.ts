import { hash } from "node:crypto";

/**
 * A strong entity tag made of what an answer consists of, its body and its headers. Hashing the bytes rather than naming the version of the data means that a
 * reader's copy stays good across restarts, between machines, and through every change of data that does not touch the page.
 */
export function entityTag(body: Buffer, headers: readonly string[] = []): string {
  const digest = hash("sha256", body, "base64url");
  return `"${hash("sha256", `${digest}\n${headers.join("\n")}`, "base64url").slice(0, 16)}"`;
}

/** Whether an If-None-Match header names this tag: alone, in a list, as a weak tag (RFC 9110, 13.1.2), or by "*". */
export function matchesTag(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  return header === tag || header.trim() === "*" || (header.match(/"[^"]*"/g)?.includes(tag) ?? false);
}
