import { hash, randomBytes } from "node:crypto";

/** Returns a secret of 256 random bits, in a form for URLs and cookies. */
export function makeSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** Returns what the database stores of a secret or a name, which is useless to anybody who reads the file. */
export function hashSecret(secret: string): string {
  return hash("sha256", secret, "base64url");
}
