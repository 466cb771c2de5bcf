import type * as z from "zod";
import type { ListingFields } from "../changes/rewind.ts";
import type { Database } from "../database/open.ts";
import { type Document, documentSchema } from "../library/document.ts";
import { findDocument } from "../library/find.ts";
import { saveDocument } from "../library/save.ts";
import type { Vocabulary } from "../listing/vocabulary.ts";
import { findProgram } from "../programs/find.ts";
import { type Program, programSchema } from "../programs/program.ts";
import { saveProgram } from "../programs/save.ts";
import type { Saved } from "../search/save.ts";

/** The lists that people edit, in files or at the desk. */
export const catalogListNames = ["programs", "documents"] as const;

export type CatalogListName = (typeof catalogListNames)[number];

/** A listing of either list. */
export type AnyListing = ListingFields & { id: string };

/** The operations that both lists share, for code that writes them. */
export interface CatalogList<Listing extends AnyListing> {
  name: CatalogListName;
  /** The folder of its files in a catalog. */
  folder: string;
  schema: z.ZodType<Listing>;
  find(db: Database, id: string): Listing | null;
  save(db: Database, listing: Listing): Saved;
}

/** The lists of a catalog with this vocabulary. */
interface CatalogLists {
  programs: CatalogList<Program>;
  documents: CatalogList<Document>;
}

const known = new WeakMap<Vocabulary, CatalogLists>();

/** Returns the lists for this vocabulary. Cached, because building a schema takes longer than using it. */
export function catalogLists(vocabulary: Vocabulary): CatalogLists {
  const lists = known.get(vocabulary) ?? makeLists(vocabulary);
  known.set(vocabulary, lists);
  return lists;
}

function makeLists(vocabulary: Vocabulary): CatalogLists {
  return {
    programs: {
      name: "programs",
      folder: "programs",
      schema: programSchema(vocabulary),
      find: findProgram,
      save: (db, program) => saveProgram(db, vocabulary, program),
    },
    documents: {
      name: "documents",
      folder: "library",
      schema: documentSchema(vocabulary),
      find: findDocument,
      save: (db, document) => saveDocument(db, vocabulary, document),
    },
  };
}
