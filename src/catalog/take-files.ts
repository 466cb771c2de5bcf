import { basename } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { append } from "../changes/append.ts";
import { noteConflict, openConflicts, settleConflict } from "../changes/conflicts.ts";
import { changesNothing, differingFields } from "../changes/differing-fields.ts";
import { forgetSaid, lastSaid, rememberSaid } from "../changes/last-said.ts";
import type { ListingFields } from "../changes/rewind.ts";
import { historyOf } from "../changes/since.ts";
import { unlistedSubjects } from "../changes/unlisted.ts";
import type { Database } from "../database/open.ts";
import { removeEntry, type Saved } from "../search/save.ts";
import type { AnyListing, CatalogList } from "./catalog-list.ts";
import { kindOfEdit } from "./kind-of-edit.ts";
import { mergeFile } from "./merge-file.ts";
import { type Listings, type Refusal, reasonOf } from "./read.ts";

/** The result of an import: the ids of listings by outcome, and the refused files with the reasons. */
export interface ImportReport extends Record<Saved | "removed" | "conflicting" | "unlisted", string[]> {
  refused: Refusal[];
}

/** The state of importing one list. */
interface Taking<Listing extends AnyListing = AnyListing> {
  db: Database;
  list: CatalogList<Listing>;
  at: string;
  /** The last imported text of each file, by id. */
  said: ReadonlyMap<string, string>;
  report: ImportReport;
  /** How many listings are unchanged, but had their derived data (cards, labels) rewritten. */
  rewritten: number;
}

/**
 * Imports what is new in the files of a list: one change in the ledger for each listing, and one for all listings of which only derived data
 * was rewritten. Adds each outcome to `report`. Must be called inside a transaction.
 */
export function takeFiles<Listing extends AnyListing>(
  db: Database,
  list: CatalogList<Listing>,
  { listings, texts, refused }: Listings<Listing>,
  at: string,
  report: ImportReport,
): void {
  report.refused.push(...refused);
  const taking: Taking<Listing> = { db, list, at, said: lastSaid(db, list.name), report, rewritten: 0 };
  const unlisted = unlistedSubjects(db, list.name);
  for (const file of listings) {
    if (unlisted.has(file.id)) report.unlisted.push(file.id);
    else takeFile(taking, file, texts.get(file.id)!);
  }
  const there = new Set([...listings.map(({ id }) => id), ...refused.map(({ file }) => basename(file, ".json"))]);
  for (const [id, text] of taking.said) if (!there.has(id)) takeAbsence(taking, id, text);
  settleAgreed(taking, listings);
  if (taking.rewritten > 0) appendRewritten(taking);
}

function takeFile<Listing extends AnyListing>(taking: Taking<Listing>, file: Listing, text: string): void {
  const { db, list, said } = taking;
  const present = list.find(db, file.id);
  const isNews = said.get(file.id) !== text;
  if (present === null) takeMissing(taking, file, isNews);
  else if (!isNews && isDeepStrictEqual(present, file)) write(taking, file, file);
  else if (!takeFields(taking, file, present)) return;
  if (isNews) rememberSaid(db, list.name, file.id, text);
}

/** Adds the listing of a file that has none yet, unless somebody else removed it; then a new text in the file is a conflict. */
function takeMissing<Listing extends AnyListing>(taking: Taking<Listing>, file: Listing, isNews: boolean): void {
  const [last] = historyOf(taking.db, taking.list.name, file.id);
  const wasRemoved = last !== undefined && last.after === null && last.by.role !== "catalog";
  if (!wasRemoved) write(taking, null, file);
  else if (isNews) note(taking, file.id, { field: null, before: lastListing(taking, file.id), theirs: file, mine: null });
}

/** Merges a file into its listing. Returns false, having written nothing, if the result would not fit the schema. */
function takeFields<Listing extends AnyListing>(taking: Taking<Listing>, file: Listing, listed: Listing): boolean {
  const { list, report } = taking;
  const present = asOfNow(list, listed);
  const before = lastListing(taking, file.id) ?? (isChangedByOthers(taking, file.id) ? null : present);
  const { listing, conflicts } = mergeFile(before && withCheckOf(present, before), withCheckOf(present, file), present);
  const merged = list.schema.safeParse(listing);
  if (!merged.success) {
    report.refused.push({
      file: `${file.id}.json`,
      reasons: merged.error.issues.map((issue) => `beside what others changed, ${reasonOf(issue)}`),
    });
    return false;
  }
  for (const conflict of conflicts) note(taking, file.id, conflict);
  write(taking, present, merged.data);
  return true;
}

/** Removes the listing of a file that is gone; if the listing was changed since, that is a conflict instead. */
function takeAbsence(taking: Taking, id: string, text: string): void {
  const { db, list, at, report } = taking;
  const present = list.find(db, id);
  if (present !== null) {
    const before = listingIn(list, text);
    if (isDeepStrictEqual(before, asOfNow(list, present))) {
      const change = { ...byCatalog, at, kind: "removed", list: list.name, subject: id, before: present, after: null } as const;
      append(db, change, null, () => removeEntry(db, { table: list.name }, id));
      report.removed.push(id);
    } else note(taking, id, { field: null, before, theirs: null, mine: present });
  }
  forgetSaid(db, list.name, id);
}

/** Saves a listing, and appends a change if its content differs. */
function write<Listing extends AnyListing>(taking: Taking<Listing>, present: ListingFields | null, listing: Listing): void {
  const { db, list, at, report } = taking;
  const fields = differingFields(present, listing);
  if (changesNothing(fields)) {
    const saved = list.save(db, listing);
    if (saved === "changed") taking.rewritten++;
    report[saved].push(listing.id);
    return;
  }
  const change = { ...byCatalog, ...fields, at, kind: kindOfEdit(present, listing), list: list.name, subject: listing.id };
  append(db, change, null, () => list.save(db, listing));
  report[present === null ? "added" : "changed"].push(listing.id);
}

const byCatalog = { by: { role: "catalog", account: null }, why: null, isPublic: true } as const;

function note(
  { db, list, at, report }: Taking,
  subject: string,
  conflict: Pick<Parameters<typeof noteConflict>[1], "field" | "before" | "theirs" | "mine">,
): void {
  noteConflict(db, { ...conflict, list: list.name, subject, at });
  if (!report.conflicting.includes(subject)) report.conflicting.push(subject);
}

/** Appends a change of the list, but of none of its listings: only their derived data was rewritten. */
function appendRewritten({ db, list, at, rewritten }: Taking): void {
  const about = { kind: "imported", list: list.name, subject: "catalog", before: null, after: { rewritten } } as const;
  append(db, { ...byCatalog, ...about, at, isPublic: false }, null, () => undefined);
}

/** Settles the conflicts in which the file and the listing now agree. */
function settleAgreed({ db, list, at }: Taking, files: readonly AnyListing[]): void {
  for (const { number, list: name, subject, field } of openConflicts(db)) {
    if (name !== list.name) continue;
    const file: ListingFields | null = files.find(({ id }) => id === subject) ?? null;
    const present: ListingFields | null = list.find(db, subject);
    const agree = field === null ? (file === null) === (present === null) : isDeepStrictEqual(file?.[field], present?.[field]);
    if (agree) settleConflict(db, number, at);
  }
}

/** Returns the last imported content of a file; null if it was never imported. */
function lastListing({ list, said }: Taking, id: string): ListingFields | null {
  const text = said.get(id);
  return text === undefined ? null : listingIn(list, text);
}

function listingIn(list: CatalogList<AnyListing>, text: string): ListingFields {
  return asOfNow(list, JSON.parse(text));
}

/** Applies the present schema to a listing: one that was saved earlier may lack a field that has a default. */
function asOfNow(list: CatalogList<AnyListing>, listing: ListingFields): ListingFields {
  return list.schema.safeParse(listing).data ?? listing;
}

/** Keeps the present `lastCheck`: only people may change it, never a file. */
function withCheckOf(present: ListingFields, said: ListingFields): ListingFields {
  return "lastCheck" in present ? { ...said, lastCheck: present["lastCheck"] } : said;
}

function isChangedByOthers({ db, list }: Taking, id: string): boolean {
  return historyOf(db, list.name, id).some(({ by }) => by.role !== "catalog");
}
