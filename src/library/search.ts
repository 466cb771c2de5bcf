import { type Answer, answer } from "../search/answer.ts";
import type { Filter } from "../search/filter.ts";
import { interpret } from "../search/words/interpret.ts";
import type { DocumentCard } from "./card.ts";
import type { OpenDocuments } from "./open.ts";

/** Runs a filter over the library. */
export function searchDocuments(documents: OpenDocuments, filter: Filter): Answer<DocumentCard> {
  return answer(documents, interpret(documents, filter));
}
