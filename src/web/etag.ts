import { hash } from "node:crypto";

/**
 * Returns a strong entity tag made from the body and headers of a response. Hashing the bytes, rather than using the version of the data,
 * keeps a reader's copy valid across restarts, between machines, and through every change of data that does not affect the page.
 */
export function entityTag(body: Buffer, headers: readonly string[] = []): string {
  const digest = hash("sha256", body, "base64url");
  return `"${hash("sha256", `${digest}\n${headers.join("\n")}`, "base64url").slice(0, 16)}"`;
}

/** Whether an If-None-Match header matches this tag: alone, in a list, as a weak tag (RFC 9110, 13.1.2), or by "*". */
export function matchesTag(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  return header === tag || header.trim() === "*" || (header.match(/"[^"]*"/g)?.includes(tag) ?? false);
}
