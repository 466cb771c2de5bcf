import { catalogFolder } from "../../src/catalog/read.ts";
import { readVocabulary } from "../../src/catalog/vocabulary.ts";

/** The real vocabulary. */
export const vocabulary = readVocabulary(catalogFolder);
