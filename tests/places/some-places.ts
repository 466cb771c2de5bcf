import { readFileSync } from "node:fs";
import { openDatabase } from "../../src/database/open.ts";
import { placesFile, savePlaces } from "../../src/places/fill.ts";

/** The built lines of these states; of all where none is named. */
export function linesOf(...states: string[]): string {
  const lines = readFileSync(placesFile, "utf8").split("\n");
  return states.length === 0 ? lines.join("\n") : lines.filter((line) => states.includes(line.split("\t")[3]!)).join("\n");
}

/** A database of its own, with the places of these states. */
export function somePlaces(...states: string[]) {
  const db = openDatabase(":memory:");
  savePlaces(db, linesOf(...states));
  return db;
}
