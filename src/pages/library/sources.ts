import type { Source } from "../../listing/fields.ts";
import type { Context } from "../../site/site.ts";
import { sayDate } from "../../words/dates.ts";
import { inLanguage } from "../../words/languages.ts";
import { hostOf } from "../programs/contacts.ts";

/** A source, ready to show: what it supports, where, and how old it is. */
export interface SourceView {
  href: string;
  label: string;
  supports: string;
}

/** Sources in words. */
export function sourceViews({ words }: Context, sources: readonly Source[]): SourceView[] {
  return sources.map(({ url, supports, date }) => ({
    href: url,
    label: words.program.source(hostOf(url), sayDate(date, words)),
    supports: inLanguage(supports, words.language),
  }));
}
