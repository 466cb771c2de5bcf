import type { Database } from "../../database/open.ts";
import type { Document } from "../../library/document.ts";
import { findDocuments } from "../../library/find.ts";
import { findPrograms } from "../../programs/find.ts";
import type { Program } from "../../programs/program.ts";
import type { ListedCatalog, Listing } from "./listed-catalog.ts";
import { checkCatalog, type Finding } from "./verify.ts";

/** Returns what the rules find in a draft among all listings. It is only advice: no finding prevents saving. */
export function adviseOn(db: Database, hostsOfOthers: readonly string[], draft: Listing): Finding[] {
  const { programs, documents } = listedIn(db, hostsOfOthers);
  const judged: ListedCatalog =
    "contacts" in draft ? { programs: [draft], documents: [], hostsOfOthers } : { programs: [], documents: [draft], hostsOfOthers };
  const all: ListedCatalog =
    "contacts" in draft
      ? { programs: withDraft(programs, draft), documents, hostsOfOthers }
      : { programs, documents: withDraft(documents, draft), hostsOfOthers };
  return checkCatalog(all, judged).findings;
}

/** Like `adviseOn`, for saved listings, by id. */
export function adviseOnListed(
  db: Database,
  hostsOfOthers: readonly string[],
  ids: Readonly<Record<"programs" | "documents", ReadonlySet<string>>>,
): Finding[] {
  const all = listedIn(db, hostsOfOthers);
  const programs = all.programs.filter(({ id }) => ids.programs.has(id));
  const documents = all.documents.filter(({ id }) => ids.documents.has(id));
  return checkCatalog(all, { programs, documents, hostsOfOthers }).findings;
}

function listedIn(db: Database, hostsOfOthers: readonly string[]): { programs: Program[]; documents: Document[] } & ListedCatalog {
  return { programs: findPrograms(db), documents: findDocuments(db), hostsOfOthers };
}

/** Keeps the position of the listing it replaces, because the rules report the later of two duplicates. */
function withDraft<Kind extends Listing>(listings: readonly Kind[], draft: Kind): Kind[] {
  const at = listings.findIndex(({ id }) => id === draft.id);
  return at === -1 ? [...listings, draft] : listings.with(at, draft);
}
