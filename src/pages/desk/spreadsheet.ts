import type { Request, RequestHandler } from "express";
import { type CatalogListName, catalogListNames } from "../../catalog/catalog-list.ts";
import { versionOfSubject } from "../../changes/append.ts";
import { writeWhenFree } from "../../database/write-when-free.ts";
import type { Editor } from "../../editors/editor.ts";
import { decodeText } from "../../feeds/fetch/decode.ts";
import { applySheet } from "../../sheets/apply-sheet.ts";
import { dropSheet, findSheet, keepSheet } from "../../sheets/keep-sheet.ts";
import { planSheet, type RowPlan } from "../../sheets/plan-sheet.ts";
import { maxSheetRows, readSheet, type Sheet } from "../../sheets/read-sheet.ts";
import { sheetShape } from "../../sheets/sheet-shape.ts";
import { writeSheet } from "../../sheets/write-sheet.ts";
import type { Edition } from "../../site/edition.ts";
import { type Context, nowInIso, type Site } from "../../site/site.ts";
import { NotFound } from "../../web/errors.ts";
import { exactField, field, fileField } from "../../web/form.ts";
import { type DeskAnswer, deskPage } from "./desk-page.ts";
import type { FormError } from "./field.ts";
import type { DeskRoute } from "./route.ts";
import { rowViews, type SheetRowView } from "./sheet-rows.ts";
import { signatureOf } from "./signature.ts";

/** The page to download and upload a sheet, its preview, and the result: views/desk/spreadsheet.ejs. */
interface SpreadsheetView {
  title: string;
  /** Null after a sheet was sent. */
  start: {
    downloads: { label: string; href: string }[];
    lists: { value: CatalogListName; label: string; chosen: boolean }[];
    pasted: string;
  } | null;
  action: string;
  preview: Preview | null;
  /** How many rows were applied, in words, and those that were not. */
  taken: { said: string; left: SheetRowView[] } | null;
  again: string;
  errors: FormError[];
}

interface Preview {
  counts: string[];
  unknownColumns: string | null;
  rows: SheetRowView[];
  more: string | null;
  nothing: string | null;
  /** The button that applies it; null if there is nothing to apply. */
  take: { action: string; sheet: string; label: string } | null;
}

/** Enough for a catalog of thousands of listings. */
const maxBytes = 8 * 1024 * 1024;
/** Maximum number of rows shown. */
const maxRowsShown = 200;

/** Returns the routes to download all listings as a spreadsheet, and to upload it. */
export function spreadsheetRoutes(site: Site, edition: Edition): readonly DeskRoute[] {
  const { urls, words } = edition;
  const start = deskPage<SpreadsheetView>(site, edition, "desk/spreadsheet", (context) => startPage(context, "programs", "", null));
  const preview = deskPage<SpreadsheetView>(site, edition, "desk/spreadsheet", takeSheet);
  const apply = deskPage<SpreadsheetView>(site, edition, "desk/spreadsheet", takeOver);
  return [
    { method: "get", path: urls.deskSpreadsheet, role: "editor", nav: words.deskWork.sheet.title, handler: start },
    { method: "get", path: urls.deskSheet(":list"), role: "editor", handler: downloadSheet(site) },
    { method: "post", path: urls.deskSpreadsheet, role: "editor", handler: preview, form: { maxBytes, takesFile: true } },
    { method: "post", path: urls.deskSheetApply, role: "editor", handler: apply },
  ];
}

function downloadSheet(site: Site): RequestHandler {
  return (req, res) => {
    const list = catalogListNames.find((name) => name === req.params["list"]);
    if (list === undefined) throw new NotFound(String(req.params["list"]));
    const { db, vocabulary } = site.data;
    res
      .attachment(`${list}.csv`)
      .type("text/csv; charset=utf-8")
      .send(writeSheet(db, vocabulary, list));
  };
}

/** Returns what was sent: a file, otherwise pasted text. */
async function textOf(req: Request): Promise<string> {
  const file = fileField(req, "file");
  return file === null ? exactField(req, "pasted") : decodeText(new Uint8Array(await file.arrayBuffer()));
}

async function takeSheet(context: Context, req: Request, editor: Editor): Promise<DeskAnswer<SpreadsheetView>> {
  const { db, words, vocabulary } = context;
  const said = words.deskWork.sheet;
  const list = catalogListNames.find((name) => name === field(req, "list")) ?? "programs";
  const text = await textOf(req);
  if (text.trim() === "") return { ...startPage(context, list, "", said.nothingSent), status: 422 };
  const sheet = readSheet(sheetShape(vocabulary, list), text);
  if (sheet.kind === "unreadable") {
    const why = said.unreadable[sheet.why](sheet.detail, maxSheetRows);
    return { ...startPage(context, list, exactField(req, "pasted"), why), status: 422 };
  }
  const plans = planSheet(db, vocabulary, list, sheet);
  const versions = Object.fromEntries(plans.map(({ id }) => [id, versionOfSubject(db, list, id)]));
  const kept = { account: editor.id, list, text, versions, at: nowInIso(context) };
  const id = await writeWhenFree(db, () => keepSheet(db, kept));
  return pageOf(context, said.previewTitle, { preview: previewOf(context, sheet, plans, id) });
}

function previewOf(
  context: Context,
  { unknownColumns }: Extract<Sheet, { kind: "rows" }>,
  plans: readonly RowPlan[],
  sheet: string,
): Preview {
  const { words, urls } = context;
  const said = words.deskWork.sheet;
  const counts = Object.entries(Object.groupBy(plans, ({ kind }) => kind)) as [RowPlan["kind"], RowPlan[]][];
  const shown = plans.filter(({ kind }) => kind !== "unchanged");
  const takes = plans.filter(({ kind }) => kind === "added" || kind === "changed").length;
  return {
    counts: counts.map(([kind, rows]) => said.counts[kind](rows.length)),
    unknownColumns: unknownColumns.length === 0 ? null : said.unknownColumns(unknownColumns.slice(0, 20).join(", ")),
    rows: rowViews(context, shown.slice(0, maxRowsShown)),
    more: shown.length > maxRowsShown ? said.andMore(shown.length - maxRowsShown) : null,
    nothing: takes === 0 ? said.nothingToTake : null,
    take: takes === 0 ? null : { action: urls.deskSheetApply, sheet, label: said.take(takes) },
  };
}

async function takeOver(context: Context, req: Request, editor: Editor): Promise<DeskAnswer<SpreadsheetView>> {
  const { db, words, vocabulary } = context;
  const said = words.deskWork.sheet;
  const sheet = findSheet(db, field(req, "sheet"), editor.id);
  if (sheet === null) return { ...startPage(context, "programs", "", said.gone), status: 422 };
  const taking = {
    ...signatureOf(context, editor),
    why: field(req, "why", 500) || null,
    isPublic: field(req, "matters") !== "",
  };
  const { taken, left } = await writeWhenFree(db, () => {
    dropSheet(db, sheet.id);
    return applySheet(db, vocabulary, sheet, taking);
  });
  return pageOf(context, said.title, { taken: { said: said.taken(taken.length), left: rowViews(context, left.slice(0, maxRowsShown)) } });
}

function startPage(
  context: Context,
  chosen: CatalogListName,
  pasted: string,
  error: string | null,
): { title: string; view: SpreadsheetView } {
  const { words, urls } = context;
  const said = words.deskWork.sheet;
  const downloads = catalogListNames.map((list) => ({ label: said.download(list), href: urls.deskSheet(list) }));
  const named = { programs: words.deskListing.find.programs, documents: words.deskListing.find.library };
  const lists = catalogListNames.map((value) => ({ value, label: named[value], chosen: value === chosen }));
  const errors = error === null ? [] : [{ text: error, href: "#file" }];
  return pageOf(context, said.title, { start: { downloads, lists, pasted }, errors });
}

function pageOf({ urls }: Context, title: string, view: Partial<SpreadsheetView>): { title: string; view: SpreadsheetView } {
  const empty = { start: null, preview: null, taken: null, errors: [] };
  return { title, view: { ...empty, title, action: urls.deskSpreadsheet, again: urls.deskSpreadsheet, ...view } };
}
