import type { DocumentCard } from "../../library/card.ts";
import type { Context } from "../../site/site.ts";
import { inLanguage } from "../../words/languages.ts";
import { valueLabels } from "../programs/contacts.ts";

/** A document as a row of results. */
export interface DocumentRow {
  title: string;
  href: string;
  summary: string;
  /** Kind, authors, year. */
  facts: string;
}

/** Returns documents as rows. */
export function documentRows(context: Context, cards: readonly DocumentCard[]): DocumentRow[] {
  const { words, urls } = context;
  return cards.map((card) => {
    const kinds = valueLabels(context, "kind", card.facets["kind"] ?? []);
    return {
      title: card.title,
      href: urls.document(card.id),
      summary: inLanguage(card.summary, words.language),
      facts: [...kinds, authorsOf(context, card), card.year ?? words.library.noYear].filter(Boolean).join(" · "),
    };
  });
}

function authorsOf({ words }: Context, { authors, publisher }: DocumentCard): string | null {
  return authors.length === 0 ? publisher : words.library.authors(authors);
}
