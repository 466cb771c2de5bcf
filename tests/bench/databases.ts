import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { madeUpFeed } from "./made-up-meetings.ts";
import { generateDatabase } from "./made-up-programs.ts";
import { importInto } from "./product.ts";
import { chanceFrom } from "./random.ts";
import { step } from "./report.ts";

/** The files that parts measure over: each is made when the first part asks for it. */
export interface Databases {
  /** The folder they are in, for whatever else a part writes. */
  folder: string;
  /** The path of the real catalog with so many made-up programs beside it. */
  programs(count: number): Promise<string>;
  /** The path of the real catalog with 200,000 made-up meetings. */
  meetings(): Promise<string>;
  /** The text of the feed that these meetings come from. */
  feed(): string;
}

export const manyMeetings = 200_000;

export function databasesIn(folder: string): Databases {
  const made = (name: string, make: (file: string) => unknown) => async () => {
    const file = join(folder, name);
    if (!existsSync(file)) await step(`making ${name}`, () => make(file));
    return file;
  };
  const feed = () => {
    const file = join(folder, "feed.json");
    if (!existsSync(file)) writeFileSync(file, madeUpFeed(manyMeetings, chanceFrom(5)));
    return readFileSync(file, "utf8");
  };
  const meetings = made("meetings.sqlite", (file) => {
    generateDatabase(file, 0);
    importInto(file, feed());
  });
  return { folder, feed, meetings, programs: (count) => made(`programs-${count}.sqlite`, (file) => generateDatabase(file, count))() };
}
