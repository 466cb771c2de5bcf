import { readFileSync, writeFileSync } from "node:fs";
import { deserialize, serialize } from "node:v8";
import { root } from "../root.ts";

const file = new URL("dist/catalog.v8", root);

/** Keeps what the build read of the catalog: reading and checking its files takes a third of a start. Plain data, maps and sets. */
export function keepBuilt(catalog: unknown): void {
  writeFileSync(file, serialize(catalog));
}

/** What the build read of the catalog. Throws where there is no build. */
export function readBuilt(): unknown {
  return deserialize(readFileSync(file));
}
