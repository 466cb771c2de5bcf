import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import * as z from "zod";
import { idSchema, urlSchema } from "../listing/fields.ts";
import { isZone } from "../places/zone.ts";
import { root } from "../root.ts";
import { withFileLock } from "./file-lock.ts";
import type { Dialect } from "./records/dialect.ts";
import { parseJson } from "./records/json-faults.ts";

/** The feeds that come with the project, all of them off: nothing is fetched that the operator has not switched on. */
export const feedsFile = fileURLToPath(new URL("data/feeds.json", root));

/** Forms of a feed that an operator may state: its dialect in JSON, CSV, or automatic detection. Part of the public contract. */
export const shapes = ["meeting-guide", "bmlt", "csv", "auto"] as const;

export type Shape = (typeof shapes)[number];

/** The expected form of a feed; null where it is detected. */
interface Form {
  container: "json" | "csv" | null;
  dialect: Dialect | null;
}

/** Returns the container and the dialect for a shape. */
export function formOf(shape: Shape): Form {
  if (shape === "auto") return { container: null, dialect: null };
  return shape === "csv" ? { container: "csv", dialect: null } : { container: "json", dialect: shape };
}

/** Seconds. */
const minTimeout = 5;
const maxTimeout = 300;

const words = (message: string) => z.string({ error: message }).trim().min(1, { error: message });

/** A source of meetings, as the operator describes it. */
export const feedSchema = z
  .strictObject({
    id: words("give an id, such as aa-nw-texas").pipe(idSchema),
    /** The name that readers see: "Flathead Valley Intergroup". Without one they see the id. */
    name: words("say what readers know this list as, or null").nullable().default(null),
    /** Exactly one of `url` and `file` is given. */
    url: words("give a web address, or null").pipe(urlSchema).nullable().default(null),
    file: words("give the path of a file, or null").nullable().default(null),
    shape: z.enum(shapes, { error: `the shape is one of ${shapes.join(", ")}` }).default("auto"),
    /** The program of the catalog whose meetings these are. */
    program: words("give the id of a program of the catalog, such as alcoholics-anonymous").pipe(idSchema),
    /** Fallback for meetings whose time zone neither the record nor the place gives. */
    zone: z.string().refine(isZone, { error: "give a time zone such as America/Chicago, or null" }).nullable().default(null),
    /** In words for the operator. If it names one state ("US-TX", "Texas"), that is the default state of its places. */
    region: words("say which region it covers, or null").nullable().default(null),
    /** Whom the operator asks about it: an address or a page. */
    contact: words("say whom to ask about this feed, or null").nullable().default(null),
    licence: words("say what allows its use, or null").nullable().default(null),
    /** Who permitted its use, and when. */
    asked: words("say who was asked and when, or null").nullable().default(null),
    /** Seconds that one response may take, for a slow server; null for twenty. */
    timeout: z
      .int({ error: `give ${minTimeout} to ${maxTimeout} seconds for one answer, or null` })
      .min(minTimeout, { error: `give at least ${minTimeout} seconds` })
      .max(maxTimeout, { error: `give at most ${maxTimeout} seconds: each feed has ten minutes for all` })
      .nullable()
      .default(null),
    on: z.boolean({ error: "write true or false" }).default(false),
  })
  .refine(({ url, file }) => (url === null) !== (file === null), { path: ["url"], error: "give either a url or a file, not both" });

export type Feed = z.infer<typeof feedSchema>;

/** Reads the operator's feeds. Throws a sentence with the file, the field and the remedy. */
export function readFeeds(path: string): Feed[] {
  return readList(path).map((entry, index) => check(entry, `${path}: ${nameOf(entry, index)}`));
}

/** Adds a feed at the end of the file. Throws a sentence if it is invalid or its id is taken, and leaves the file unchanged. */
export function addFeed(path: string, feed: z.input<typeof feedSchema>): void {
  withFileLock(path, () => {
    const feeds = readFeeds(path);
    const added = check(feed, `the new feed ${nameOf(feed, feeds.length)}`);
    if (feeds.some(({ id }) => id === added.id)) {
      throw new Error(`${path} already has a feed with the id "${added.id}". Choose another id, or remove that feed first.`);
    }
    writeFeeds(path, [...feeds, added]);
  });
}

/** Removes a feed from the file. Throws a sentence if none has this id. */
export function removeFeed(path: string, id: string): void {
  withFileLock(path, () => {
    const feeds = readFeeds(path);
    const rest = feeds.filter((feed) => feed.id !== id);
    if (rest.length === feeds.length) {
      throw new Error(`${path} has no feed with the id "${id}". It has: ${feeds.map((feed) => feed.id).join(", ") || "none"}.`);
    }
    writeFeeds(path, rest);
  });
}

function readList(path: string): unknown[] {
  const list = parse(path);
  if (!Array.isArray(list)) throw new Error(`${path} must hold a list of feeds: begin with [ and end with ].`);
  const ids = list.map((entry) => entry?.id);
  const twice = ids.find((id, index) => id !== undefined && ids.indexOf(id) !== index);
  if (twice !== undefined) throw new Error(`${path}: two feeds have the id "${twice}". Give one of them another id.`);
  return list;
}

function parse(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    throw new Error(`${path} cannot be read (${(error as Error).message}). Write [] into it to begin without feeds.`);
  }
  const parsed = parseJson(text.replace(/^\uFEFF/, ""));
  if ("problem" in parsed) throw new Error(`${path} is not valid JSON: ${parsed.problem}.`);
  return parsed.value;
}

function nameOf(entry: unknown, index: number): string {
  const id = (entry as { id?: unknown } | null)?.id;
  return typeof id === "string" && id !== "" ? `"${id}"` : `feed ${index + 1}`;
}

function check(entry: unknown, where: string): Feed {
  const { success, data, error } = feedSchema.safeParse(entry);
  if (success) return data;
  throw new Error([`${where}:`, ...error.issues.map(reasonOf)].join("\n  "));
}

function reasonOf(issue: z.core.$ZodIssue): string {
  if (issue.code === "unrecognized_keys") {
    return `${issue.keys.join(", ")}: no such field; the fields are ${Object.keys(feedSchema.shape).join(", ")}`;
  }
  return `${issue.path.join(".") || "feed"}: ${issue.message}`;
}

/** Writes a new file and renames it over the old one: after a crash either the old or the new one is complete. */
function writeFeeds(path: string, feeds: readonly Feed[]): void {
  const beside = `${path}.${process.pid}.new`;
  try {
    const file = openSync(beside, "w");
    try {
      writeFileSync(file, `${JSON.stringify(feeds, null, 2)}\n`);
      fsyncSync(file);
      renameSync(beside, path);
    } catch (error) {
      rmSync(beside, { force: true });
      throw error;
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw new Error(`${path} could not be written (${(error as Error).message}); it is as it was.`);
  }
}
