import type { Database } from "../../database/open.ts";
import type { Document } from "../../library/document.ts";
import { findDocuments } from "../../library/find.ts";
import { findPrograms } from "../../programs/find.ts";
import type { Program } from "../../programs/program.ts";
import type { ListedCatalog, Listing } from "./listed-catalog.ts";
import { checkCatalog, type Finding } from "./verify.ts";

/** What the checks find in a listing as it would be among all that are listed: advice, for nothing of it keeps it from being saved. */
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

/** The same of listings as they are, by their ids. */
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

/** In its own place: of two that say the same, the later one is asked about. */
function withDraft<Kind extends Listing>(listings: readonly Kind[], draft: Kind): Kind[] {
  const at = listings.findIndex(({ id }) => id === draft.id);
  return at === -1 ? [...listings, draft] : listings.with(at, draft);
}
