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

/** Marks the file as UTF-8 for Excel and others. */
const byteOrderMark = "\uFEFF";

/**
 * Returns all listings of a list as CSV for spreadsheets (RFC 4180), one row each. Columns that are empty in every listing are included if
 * somebody may want to fill them in. Each row has the version of its listing, to detect later changes.
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

/** Returns columns for as many rows of each list as the longest listing has. */
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
