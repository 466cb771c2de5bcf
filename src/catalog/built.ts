import { readFileSync, writeFileSync } from "node:fs";
import { deserialize, serialize } from "node:v8";
import { root } from "../root.ts";

type Part = "catalog" | "language";

const fileOf = (part: Part) => new URL(`dist/${part}.v8`, root);

/** Saves what the build read of a part of the catalog (plain data, maps and sets): reading and checking its files takes a third of a start. */
export function keepBuilt(part: Part, read: unknown): void {
  writeFileSync(fileOf(part), serialize(read));
}

/**
 * Reads what the build saved of a part; the returned function deserializes it. The file is read immediately, because the next build
 * overwrites it. Throws if there is no build.
 */
export function readBuilt(part: Part): () => unknown {
  const bytes = readFileSync(fileOf(part));
  return () => deserialize(bytes);
}
