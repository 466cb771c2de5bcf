import type { Source } from "../../listing/fields.ts";
import type { Context } from "../../site/site.ts";
import { hostOf } from "../../words/addresses.ts";
import { sayDate } from "../../words/dates.ts";
import { inLanguage } from "../../words/languages.ts";
import { linkNotes } from "../link-notes.ts";

/** A source, ready to show: what it supports, where it is, and how old it is. */
export interface SourceView {
  href: string;
  label: string;
  supports: string;
  /** Note about a link that does not work, otherwise null. */
  note: string | null;
}

/** Returns sources in words. */
export function sourceViews(context: Context, sources: readonly Source[]): SourceView[] {
  const { words } = context;
  const notes = linkNotes(
    context,
    sources.map(({ url }) => url),
  );
  return sources.map(({ url, supports, date }) => ({
    href: url,
    label: words.program.source(hostOf(url), sayDate(date, words)),
    supports: inLanguage(supports, words.language),
    note: notes.get(url) ?? null,
  }));
}
