import { readFileSync } from "node:fs";
import * as z from "zod";
import { root } from "../root.ts";

/** Signs that a page is not the one that was linked to: data/links/signs.json. */

const words = z.array(z.string().min(3));

const signsSchema = z.strictObject({
  /** Hosts that only offer domains for sale. */
  parkedHosts: words,
  /** Strings in the source of parked pages, and of no others. */
  parkedMarks: words,
  /** Phrases of parked pages; they count only on a short page. */
  parkedPhrases: words,
  /** Beginnings of the titles of pages that are gone, although their server responds with 200. */
  goneTitles: words,
});

export type Signs = z.infer<typeof signsSchema>;

/** Reads data/links/signs.json. Throws if it does not match its schema. */
export function readSigns(): Signs {
  return signsSchema.parse(JSON.parse(readFileSync(new URL("data/links/signs.json", root), "utf8")));
}

/** Whether an address is on a host that only offers domains for sale. */
export function isParkedHost(address: URL, { parkedHosts }: Signs): boolean {
  return parkedHosts.some((host) => address.hostname === host || address.hostname.endsWith(`.${host}`));
}

/** A page with more text than this has content. */
const maxParkedLetters = 2500;

/** Whether a page offers its own domain for sale. */
export function looksParked(html: string, { parkedMarks, parkedPhrases }: Signs): boolean {
  const source = html.toLowerCase();
  if (parkedMarks.some((mark) => source.includes(mark))) return true;
  const text = textOf(source);
  return text.length <= maxParkedLetters && parkedPhrases.some((phrase) => text.includes(phrase));
}

/** Whether the title of a page says that the page does not exist. */
export function looksGone(html: string, { goneTitles }: Signs): boolean {
  const title = textOf(html.toLowerCase().match(/<title[^<>]*>([^<]*)/)?.[1] ?? "");
  return goneTitles.some((start) => title.startsWith(start));
}

/** Returns the words of a page, separated by single spaces. */
function textOf(html: string): string {
  return html
    .replace(/<(script|style)\b[\s\S]*?(<\/\1>|$)|<[^<>]*>/g, " ")
    .replace(/&(nbsp|#160);/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}
