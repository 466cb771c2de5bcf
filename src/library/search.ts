import { ask } from "../collection/ask.ts";
import type { OpenCollection } from "../collection/collection.ts";
import { type Found, find } from "../collection/find.ts";
import type { Filter } from "../facets/filter.ts";
import type { DocumentCard } from "./card.ts";

/** Answers a filter over the library. */
export function searchDocuments(documents: OpenCollection, filter: Filter): Found<DocumentCard> {
  return find<DocumentCard>(documents, ask(documents, filter));
}
