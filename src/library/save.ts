import { type Saved, saveEntry } from "../search/save.ts";
import type { Database } from "../database/open.ts";
import { searchedLabels } from "../listing/vocabulary.ts";
import { everyLanguage } from "../listing/text.ts";
import { documentCard } from "./card.ts";
import type { Document } from "./document.ts";
import { documents } from "./facets.ts";

/** Writes one entry, unless it stands there unchanged. The only writer of the library's tables; call it inside a transaction. */
export function saveDocument(db: Database, document: Document): Saved {
  const card = documentCard(document);
  const values = Object.entries(card.facets).flatMap(([facet, ids]) => ids.map((id) => [facet, id] as const));
  return saveEntry(db, documents, {
    id: document.id,
    names: [document.title, ...document.alsoKnownAs],
    weight: 1,
    columns: {
      name: document.title,
      touched: document.added,
      year: document.year,
      card: JSON.stringify(card),
      listing: JSON.stringify(document),
    },
    values,
    text: {
      name: document.title,
      also: [...document.alsoKnownAs, ...document.authors].join(" · "),
      labels: searchedLabels(values),
      summary: everyLanguage(document.summary),
      body: bodyOf(document),
    },
  });
}

function bodyOf({ publisher, year, description, keyFinding, limits }: Document): string {
  const texts = [...description, keyFinding, limits].map((text) => text && everyLanguage(text));
  return [publisher, year, ...texts].filter(Boolean).join("\n");
}
