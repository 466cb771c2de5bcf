import { ask } from "../search/words/interpret.ts";
import type { OpenCollection } from "../search/collection.ts";
import { type Found, find } from "../search/answer.ts";
import type { Filter } from "../search/filter.ts";
import type { DocumentCard } from "./card.ts";

/** Answers a filter over the library. */
export function searchDocuments(documents: OpenCollection, filter: Filter): Found<DocumentCard> {
  return find<DocumentCard>(documents, ask(documents, filter));
}
