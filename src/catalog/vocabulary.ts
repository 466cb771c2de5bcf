import { join } from "node:path";
import { type Vocabulary, vocabularySchema } from "../listing/vocabulary.ts";
import { readPage } from "./read.ts";

/** Reads the vocabulary of a catalog. Throws an Error that names the file, the field and what to write instead. */
export function readVocabulary(folder: string): Vocabulary {
  return readPage(join(folder, "vocabulary.json"), vocabularySchema);
}
