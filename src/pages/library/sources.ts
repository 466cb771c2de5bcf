import { sayDate } from "../../listing/date.ts";
import type { Source } from "../../listing/fields.ts";
import { inLanguage } from "../../listing/text.ts";
import type { Words } from "../../words/en.ts";
import { hostOf } from "../programs/contacts.ts";

/** A source, ready to show: what it supports, where, and how old it is. */
export interface SourceView {
  href: string;
  label: string;
  supports: string;
}

/** Sources in words. */
export function sourceViews(sources: readonly Source[], words: Words): SourceView[] {
  return sources.map(({ url, supports, date }) => ({
    href: url,
    label: words.program.source(hostOf(url), sayDate(date, words)),
    supports: inLanguage(supports, words.language),
  }));
}
