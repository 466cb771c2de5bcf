import { readFileSync } from "node:fs";
import { root } from "../root.ts";

/** Reads and parses a file of data/places. */
export function readJson(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`data/places/${name}`, root), "utf8"));
}
