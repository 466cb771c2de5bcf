import { type CatalogListName, catalogLists } from "../catalog/catalog-list.ts";
import { versionOfSubject } from "../changes/append.ts";
import type { Database } from "../database/open.ts";
import { documentIds } from "../library/find.ts";
import type { FormShape } from "../listing/form/shape.ts";
import type { Vocabulary } from "../listing/vocabulary.ts";
import { programIds } from "../programs/find.ts";
import { type Cells, cellsOf } from "./cells.ts";
import { columnNames, headerOf } from "./headers.ts";
import { neutralize } from "./neutral.ts";
import { lastChecked, sheetShape, versionHeader } from "./sheet-shape.ts";

/** Excel and others know by it that a file is UTF-8. */
const byteOrderMark = "\uFEFF";

/**
 * All listings of a list for a spreadsheet: a row each, in CSV (RFC 4180). A column that no listing has anything in is there too where
 * somebody may want to fill it in. Which version of a listing a row was made from goes with it, so that what was changed since is known.
 */
export function writeSheet(db: Database, vocabulary: Vocabulary, list: CatalogListName): string {
  const shape = sheetShape(vocabulary, list);
  const found = catalogLists(vocabulary)[list];
  const listings = (list === "programs" ? programIds(db) : documentIds(db)).flatMap((id) => found.find(db, id) ?? []);
  const rows = listings.map((listing) => ({ listing, cells: cellsOf(shape, listing) }));
  const names = columnsIn(
    shape,
    rows.map(({ cells }) => cells),
  );
  const header = [...names.map(headerOf), lastChecked, versionHeader];
  const lines = rows.map(({ listing, cells }) => [
    ...names.map((name) => cells.get(name) ?? ""),
    listing.lastCheck ? `${listing.lastCheck.date}, ${listing.lastCheck.how}` : "",
    String(versionOfSubject(db, list, listing.id)),
  ]);
  return byteOrderMark + [header, ...lines].map(writeLine).join("");
}

/** As many numbered columns as the listing with most rows needs. */
function columnsIn(shape: FormShape, rows: readonly Cells[]): string[] {
  const counts = new Map<string, number>();
  for (const cells of rows) {
    for (const name of cells.keys()) {
      const [, list, number] = name.match(/^(.*?)\.(\d+)(?:\.|$)/) ?? [];
      if (list !== undefined) counts.set(list, Math.max(counts.get(list) ?? 0, Number(number) + 1));
    }
  }
  return columnNames(shape, (list) => counts.get(list) ?? 1);
}

function writeLine(cells: readonly string[]): string {
  const written = cells.map(neutralize).map((cell) => (/[",;\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell));
  return `${written.join(",")}\r\n`;
}
