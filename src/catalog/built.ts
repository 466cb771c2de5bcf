import { readFileSync, writeFileSync } from "node:fs";
import { deserialize, serialize } from "node:v8";
import { root } from "../root.ts";

type Part = "catalog" | "language";

const fileOf = (part: Part) => new URL(`dist/${part}.v8`, root);

/** Keeps a part of what the build read of the catalog: reading and checking its files takes a third of a start. Plain data, maps and sets. */
export function keepBuilt(part: Part, read: unknown): void {
  writeFileSync(fileOf(part), serialize(read));
}

/**
 * Reads a part of what the build read of the catalog; the function takes it apart. Read at once, because the next build puts another in its
 * place. Throws where there is no build.
 */
export function readBuilt(part: Part): () => unknown {
  const bytes = readFileSync(fileOf(part));
  return () => deserialize(bytes);
}
