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
  /** The path of the real catalog with so many made-up meetings; 200,000 where nothing else is said. */
  meetings(count?: number): Promise<string>;
  /** The text of the feed that the 200,000 come from. */
  feed(): string;
}

export const manyMeetings = 200_000;

export function databasesIn(folder: string): Databases {
  const made = (name: string, make: (file: string) => unknown) => async () => {
    const file = join(folder, name);
    if (!existsSync(file)) await step(`making ${name}`, () => make(file));
    return file;
  };
  const feedOf = (count: number) => {
    const file = join(folder, `feed-${count}.json`);
    if (!existsSync(file)) writeFileSync(file, madeUpFeed(count, chanceFrom(5)));
    return readFileSync(file, "utf8");
  };
  const withMeetings = (count: number) => (file: string) => {
    generateDatabase(file, 0);
    importInto(file, feedOf(count));
  };
  return {
    folder,
    feed: () => feedOf(manyMeetings),
    meetings: (count = manyMeetings) => made(`meetings-${count}.sqlite`, withMeetings(count))(),
    programs: (count) => made(`programs-${count}.sqlite`, (file) => generateDatabase(file, count))(),
  };
}
