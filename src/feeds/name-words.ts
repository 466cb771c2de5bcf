import { readFileSync } from "node:fs";
import type { NameWords } from "../meetings/same-meeting.ts";
import { root } from "../root.ts";

/** Reads the words of names and places that decide whether two lists mean the same meeting. */
export function readNameWords(): NameWords {
  const file: Record<keyof NameWords, string[]> = JSON.parse(readFileSync(new URL("data/feeds/same-meeting.json", root), "utf8"));
  return { empty: new Set(file.empty), apart: new Set(file.apart), rooms: new Set(file.rooms) };
}
