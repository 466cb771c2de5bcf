import { isDeepStrictEqual } from "node:util";
import { type CatalogListName, catalogLists } from "../catalog/catalog-list.ts";
import { keptSources } from "../catalog/kept-sources.ts";
import { messageFor } from "../catalog/messages.ts";
import { withOwnConfirmations } from "../catalog/own-confirmations.ts";
import { versionOfSubject } from "../changes/append.ts";
import { type ListingFields, rewind } from "../changes/rewind.ts";
import { historyOf } from "../changes/since.ts";
import type { Database } from "../database/open.ts";
import { draftOf } from "../listing/form/draft.ts";
import { keepOrder } from "../listing/form/keep-order.ts";
import type { FormShape } from "../listing/form/shape.ts";
import { fieldsIn } from "../listing/form/values.ts";
import type { Vocabulary } from "../listing/vocabulary.ts";
import { cellsOf } from "./cells.ts";
import { headerOf } from "./headers.ts";
import { type CellFault, readCells } from "./read-cells.ts";
import type { Sheet, SheetRow } from "./read-sheet.ts";
import { sheetShape } from "./sheet-shape.ts";

/** A cell that a row changes. */
export interface CellChange {
  header: string;
  before: string;
  after: string;
}

/** What a row of a sheet would do. */
export type RowPlan = { number: number; id: string } & (
  | { kind: "unchanged" }
  /** `kept` are the fields whose source stays although their content is new. */
  | { kind: "added" | "changed"; listing: unknown; expected: number; changes: CellChange[]; kept: string[] }
  /** Somebody has changed the same fields since the row was made; `fields` is empty if the listing was removed. */
  | { kind: "conflict"; fields: string[] }
  | { kind: "wrong"; faults: (CellFault | { field: string; message: string })[] }
);

/** Returns what each row of a sheet would do, without changing anything. Listings that the sheet leaves out stay as they are. */
export function planSheet(
  db: Database,
  vocabulary: Vocabulary,
  list: CatalogListName,
  { rows, fields }: Extract<Sheet, { kind: "rows" }>,
): RowPlan[] {
  const shape = sheetShape(vocabulary, list);
  const seen = new Set<string>();
  return rows.map((row) => {
    const { number, id } = row;
    const isTwice = seen.has(id);
    seen.add(id);
    if (isTwice) return { number, id, kind: "wrong", faults: [{ field: "id", fault: { kind: "twice" } }] };
    return { number, id, ...planRow({ db, vocabulary, list, shape, fields }, row) };
  });
}

interface Planning {
  db: Database;
  vocabulary: Vocabulary;
  list: CatalogListName;
  shape: FormShape;
  /** The columns that the sheet has. */
  fields: ReadonlySet<string>;
}

type Planned = RowPlan extends infer Plan ? (Plan extends unknown ? Omit<Plan, "number" | "id"> : never) : never;

function planRow(planning: Planning, row: SheetRow): Planned {
  const { db, vocabulary, list, shape } = planning;
  const { find, schema } = catalogLists(vocabulary)[list];
  const present = find(db, row.id) as ListingFields | null;
  if (present === null && historyOf(db, list, row.id).length > 0) return { kind: "conflict", fields: [] };
  const base = present && asOfVersion(db, list, row, present);
  const { draft, faults } = draftOfRow(planning, row, base);
  if (faults.length > 0) return { kind: "wrong", faults };
  const { merged, conflicts } = mergeFields(base, present, draft);
  if (conflicts.length > 0) return { kind: "conflict", fields: conflicts.map(headerOf) };
  const checked = schema.safeParse(
    { ...withOwnConfirmations(present === null ? [] : [present], merged), ...notForSheets(present, merged) },
    { error: messageFor },
  );
  if (!checked.success)
    return { kind: "wrong", faults: checked.error.issues.map(({ path, message }) => ({ field: path.join("."), message })) };
  if (present !== null && isDeepStrictEqual(present, checked.data)) return { kind: "unchanged" };
  const changes = changedCells(shape, present, checked.data);
  const kept = keptSources(
    [present, base].filter((known) => known !== null),
    { ...checked.data },
  ).map(({ field }) => field);
  const kind = present === null ? "added" : "changed";
  return { kind, listing: checked.data, expected: versionOfSubject(db, list, row.id), changes, kept };
}

/** `added` is history, and only a check sets `lastCheck`. */
function notForSheets(present: ListingFields | null, { added }: ListingFields): ListingFields {
  return present === null ? { added, lastCheck: null } : { added: present["added"], lastCheck: present["lastCheck"] };
}

/** Returns the listing as it was when the row was made. */
function asOfVersion(db: Database, list: CatalogListName, { id, version }: SheetRow, present: ListingFields): ListingFields {
  if (version === null) return present;
  const since = historyOf(db, list, id).filter(({ seq }) => seq > version);
  return rewind(present, since) ?? present;
}

/** Returns the content of the row; columns that the sheet does not have keep their values. */
function draftOfRow(
  { shape, fields }: Planning,
  { cells }: SheetRow,
  base: ListingFields | null,
): { draft: ListingFields; faults: CellFault[] } {
  const before = base === null ? new Map<string, string>() : cellsOf(shape, base);
  const left = [...before].filter(([name]) => !fields.has(name));
  const { values, faults } = readCells(shape, new Map([...left, ...cells]));
  const draft = fieldsIn(keepOrder(shape, base, draftOf(shape, values)));
  return { draft: base === null ? draft : { ...base, ...draft }, faults };
}

/** Merges field by field what the row changes and what somebody else has changed since; a field changed by both is a conflict. */
function mergeFields(base: ListingFields | null, present: ListingFields | null, draft: ListingFields) {
  if (base === null || present === null) return { merged: draft, conflicts: [] };
  const conflicts: string[] = [];
  const merged = Object.entries(draft).map(([field, mine]) => {
    if (isDeepStrictEqual(mine, base[field])) return [field, present[field]];
    if (!isDeepStrictEqual(base[field], present[field]) && !isDeepStrictEqual(mine, present[field])) conflicts.push(field);
    return [field, mine];
  });
  return { merged: Object.fromEntries(merged) as ListingFields, conflicts };
}

function changedCells(shape: FormShape, present: ListingFields | null, listing: unknown): CellChange[] {
  const before = present === null ? new Map<string, string>() : cellsOf(shape, present);
  const after = cellsOf(shape, listing);
  const names = [...new Set([...before.keys(), ...after.keys()])];
  return names
    .map((name) => ({ header: headerOf(name), before: before.get(name) ?? "", after: after.get(name) ?? "" }))
    .filter((change) => change.before !== change.after);
}
