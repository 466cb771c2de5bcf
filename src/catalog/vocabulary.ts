import { join } from "node:path";
import { type Vocabulary, vocabularySchema } from "../listing/vocabulary.ts";
import { readPage } from "./read.ts";

/** Reads the vocabulary of a catalog. Throws a sentence that names file, field and fix. */
export function readVocabulary(folder: string): Vocabulary {
  return readPage(join(folder, "vocabulary.json"), vocabularySchema);
}
