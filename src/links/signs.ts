import { readFileSync } from "node:fs";
import * as z from "zod";
import { root } from "../root.ts";

/** How one knows a page that is not the one that was linked to: data/links/signs.json. */

const words = z.array(z.string().min(3));

const signsSchema = z.strictObject({
  /** Hosts that only offer domains for sale. */
  parkedHosts: words,
  /** What is in the source of a parked page, and of no other. */
  parkedMarks: words,
  /** What a parked page says; only of a short page it means that. */
  parkedPhrases: words,
  /** How the title of a page begins that is gone, although its server says 200. */
  goneTitles: words,
});

export type Signs = z.infer<typeof signsSchema>;

/** Reads data/links/signs.json. Throws where it does not fit its schema. */
export function readSigns(): Signs {
  return signsSchema.parse(JSON.parse(readFileSync(new URL("data/links/signs.json", root), "utf8")));
}

/** Whether an address is on a host that only offers domains for sale. */
export function isParkedHost(address: URL, { parkedHosts }: Signs): boolean {
  return parkedHosts.some((host) => address.hostname === host || address.hostname.endsWith(`.${host}`));
}

/** A page with more text than this speaks of something. */
const maxParkedLetters = 2500;

/** Whether a page offers its own domain for sale. */
export function looksParked(html: string, { parkedMarks, parkedPhrases }: Signs): boolean {
  const source = html.toLowerCase();
  if (parkedMarks.some((mark) => source.includes(mark))) return true;
  const text = textOf(source);
  return text.length <= maxParkedLetters && parkedPhrases.some((phrase) => text.includes(phrase));
}

/** Whether the title of a page says that there is none. */
export function looksGone(html: string, { goneTitles }: Signs): boolean {
  const title = textOf(html.toLowerCase().match(/<title[^<>]*>([^<]*)/)?.[1] ?? "");
  return goneTitles.some((start) => title.startsWith(start));
}

/** The words of a page in lower case, one space between them. */
function textOf(html: string): string {
  return html
    .replace(/<(script|style)\b[\s\S]*?(<\/\1>|$)|<[^<>]*>/g, " ")
    .replace(/&(nbsp|#160);/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}
