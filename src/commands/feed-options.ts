import { parseArgs } from "node:util";
import { type Shape, shapes } from "../feeds/feed-list.ts";
import { Misunderstood } from "./misunderstood.ts";

const text = { type: "string" } as const;
const flag = { type: "boolean", default: false } as const;
const options = {
  id: text,
  name: text,
  program: text,
  url: text,
  file: text,
  shape: text,
  zone: text,
  region: text,
  contact: text,
  licence: text,
  /** The id of a list in data/feeds/known.json. */
  known: text,
  /** Who gave permission to use the feed, and when. */
  asked: text,
  /** Seconds to allow for each response of a slow server. */
  timeout: text,
  state: text,
  on: flag,
  force: flag,
  "dry-run": flag,
  json: flag,
  "back-off": flag,
  // Passed by `update` to the process of each feed; operators need not know it.
  alone: flag,
} as const;

/** The parsed options of a command about feeds. */
export type Given = ReturnType<typeof parseArgs<{ options: typeof options }>>["values"];

/** Parses the options and positional arguments of a command. Throws Misunderstood. */
export function readFeedOptions(args: readonly string[]): { values: Given; positionals: string[] } {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new Misunderstood((error as Error).message);
  }
}

/** Returns a required value. Throws Misunderstood if it is missing. */
export function needed(value: string | undefined, what: string): string {
  if (!value) throw new Misunderstood(`Give ${what}.`);
  return value;
}

/** Returns the given shape, "auto" by default. Throws Misunderstood if there is no such shape. */
export function shapeOf({ shape = "auto" }: Given): Shape {
  const known = shapes.find((one) => one === shape);
  if (!known) throw new Misunderstood(`--shape ${shape} is not one of ${shapes.join(", ")}.`);
  return known;
}
