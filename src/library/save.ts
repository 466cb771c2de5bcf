import type { Database } from "../database/open.ts";
import { checkTag } from "../listing/check.ts";
import { searchedLabels, type Vocabulary } from "../listing/vocabulary.ts";
import { type Saved, saveEntry } from "../search/save.ts";
import { everyLanguage } from "../words/languages.ts";
import { documentCard } from "./card.ts";
import type { Document } from "./document.ts";

/** Writes a document unless an identical one is stored. The only writer of the table `documents`; call it inside a transaction. */
export function saveDocument(db: Database, vocabulary: Vocabulary, document: Document): Saved {
  const card = documentCard(vocabulary, document);
  const facets = Object.entries(card.facets).flatMap(([facet, ids]) => ids.map((id) => [facet, id] as const));
  const tags = [...facets, ...checkTag(document.lastCheck, "library")];
  return saveEntry(
    db,
    { table: "documents" },
    {
      id: document.id,
      names: [document.title, ...document.alsoKnownAs],
      weight: weightOf(document),
      columns: {
        name: document.title,
        checked_or_added: document.lastCheck?.date ?? document.added,
        year: document.year,
        card: JSON.stringify(card),
        body: JSON.stringify(document),
      },
      tags,
      text: {
        name: document.title,
        also: [...document.alsoKnownAs, ...document.authors].join(" · "),
        labels: searchedLabels(vocabulary, tags),
        summary: everyLanguage(document.summary),
        body: proseOf(document),
      },
    },
  );
}

/** Returns the weight of a match: a review of many studies says more than a single one (the hierarchy of evidence). */
function weightOf({ facets: { kind } }: Document): number {
  return "review" in kind ? 1.2 : 1;
}

function proseOf({ publisher, year, description, keyFinding, limits }: Document): string {
  const texts = [...description, keyFinding, limits].map((text) => text && everyLanguage(text));
  return [publisher, year, ...texts].filter(Boolean).join("\n");
}
