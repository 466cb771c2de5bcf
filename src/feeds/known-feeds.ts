import { readFileSync } from "node:fs";
import * as z from "zod";
import { dateSchema } from "../listing/date.ts";
import { idSchema, urlSchema } from "../listing/fields.ts";
import { isZone } from "../places/zone.ts";
import { root } from "../root.ts";

/** The lists of meetings that fellowships are known to publish: for operators to add as feeds, and for readers to follow to their sites. */

const words = z.string().min(1);

const knownFeedSchema = z.strictObject({
  /** The id of its feed once it is added. */
  id: idSchema,
  name: words,
  program: idSchema,
  /** Two letters each, its home first. Empty if it is online or worldwide. */
  states: z.array(z.string().regex(/^[A-Z]{2}$/)),
  /** Its publishers' own site, where readers find it; null if none is known. */
  site: urlSchema.nullable().default(null),
  /** Whether the site's address is printed somewhere, or is that of the server the list comes from. */
  siteFrom: z.enum(["printed", "server"]).nullable().default(null),
  url: urlSchema,
  /** How its address is known: a key of `addresses`. */
  urlFrom: words,
  shape: z.enum(["meeting-guide", "bmlt", "auto"]),
  zone: z.string().refine(isZone).nullable().default(null),
  /** When somebody last saw it respond with meetings; null if not recorded. */
  open: dateSchema.nullable().default(null),
  count: z.strictObject({ meetings: z.int().positive(), on: dateSchema }).nullable().default(null),
  /** True if it collects other servers' meetings: the same ones as on each region's server, under other ids. */
  aggregator: z.boolean().default(false),
  /** A key of `terms`. */
  terms: words,
  /** Whom to ask before it is fetched. */
  ask: words,
  note: words.nullable().default(null),
  /** A key of `sources`. */
  source: words,
});

type ListedFeed = z.infer<typeof knownFeedSchema>;

const texts = z.record(z.string(), words);

const fileSchema = z.strictObject({ terms: texts, addresses: texts, sources: texts, lists: z.array(knownFeedSchema) });

/** A known list, with its keys replaced by the texts that many lists share. */
export interface KnownFeed extends Omit<ListedFeed, "urlFrom"> {
  addressFrom: string;
}

const file = new URL("data/feeds/known.json", root);

/** Reads data/feeds/known.json. Throws if it does not match its schema, or two lists have the same id. */
export function readKnownFeeds(): KnownFeed[] {
  const { terms, addresses, sources, lists } = fileSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  const twice = lists.find(({ id }, at) => lists.findIndex((other) => other.id === id) !== at);
  if (twice) throw new Error(`known.json has two lists with the id "${twice.id}".`);
  return lists.map(({ urlFrom, ...list }) => ({
    ...list,
    addressFrom: named(addresses, urlFrom),
    terms: named(terms, list.terms),
    source: named(sources, list.source),
  }));
}

function named(texts: Readonly<Record<string, string>>, key: string): string {
  const text = texts[key];
  if (text === undefined) throw new Error(`known.json has no text "${key}".`);
  return text;
}

/** Whether two lists contain the same meetings: one is an aggregator of regional servers, and the other is one of these. */
export function holdsSameMeetings(one: KnownFeed, other: KnownFeed): boolean {
  return one.aggregator !== other.aggregator && one.program === other.program && one.states.some((state) => other.states.includes(state));
}
