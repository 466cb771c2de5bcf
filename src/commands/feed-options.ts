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
  /** A list of data/feeds/known.json, by its id. */
  known: text,
  /** Who said that the feed may be used, and when. */
  asked: text,
  /** Seconds for one answer of a slow server. */
  timeout: text,
  state: text,
  on: flag,
  force: flag,
  "dry-run": flag,
  json: flag,
  "back-off": flag,
  // How update calls itself for each feed; operators need not know it.
  alone: flag,
} as const;

/** What an operator gave with a command about feeds. */
export type Given = ReturnType<typeof parseArgs<{ options: typeof options }>>["values"];

/** Reads the options of a command and the words beside them. Throws Misunderstood. */
export function readFeedOptions(args: readonly string[]): { values: Given; positionals: string[] } {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new Misunderstood((error as Error).message);
  }
}

/** A value that a command cannot do without. Throws Misunderstood. */
export function needed(value: string | undefined, what: string): string {
  if (!value) throw new Misunderstood(`Give ${what}.`);
  return value;
}

/** The shape that was given; "auto" where none was. Throws Misunderstood. */
export function shapeOf({ shape = "auto" }: Given): Shape {
  const known = shapes.find((one) => one === shape);
  if (!known) throw new Misunderstood(`--shape ${shape} is not one of ${shapes.join(", ")}.`);
  return known;
}
