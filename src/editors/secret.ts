import { hash, randomBytes } from "node:crypto";

/** A secret that nobody can guess, 256 bits, as an address or a cookie holds it. */
export function makeSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** What the database keeps of a secret or a name: whoever reads the file cannot use it. */
export function hashSecret(secret: string): string {
  return hash("sha256", secret, "base64url");
}
