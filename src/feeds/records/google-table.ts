import { isObject } from "../record.ts";
import { excerpt } from "../values/text.ts";

/** Google Sheets as its chart API sends it (…/gviz/tq?tqx=out:json): {"table": {"cols": [{"label": …}], "rows": [{"c": [{"v": …}]}]}}. */

/** Returns the rows of such a response, header first; null if the value is not one. */
export function googleTableIn(value: unknown): unknown[][] | null {
  const table = isObject(value) ? value["table"] : null;
  if (!isObject(table) || !Array.isArray(table["cols"]) || !Array.isArray(table["rows"])) return null;
  const labels = table["cols"].map((column) => (isObject(column) && typeof column["label"] === "string" ? column["label"].trim() : ""));
  const rows = table["rows"].map((row) => (isObject(row) && Array.isArray(row["c"]) ? row["c"].map(cellIn) : []));
  // If Google does not detect a header row, the columns have no labels.
  return labels.some((label) => label !== "") ? [labels, ...rows] : rows.map((row, at) => (at === 0 ? row.map(excerpt) : row));
}

/** Returns a cell's value, but dates and times as displayed, because their values are "Date(2026,0,5)" and [19, 30, 0, 0]. */
function cellIn(cell: unknown): unknown {
  if (!isObject(cell)) return "";
  const { v: value, f: shown } = cell;
  const coded = Array.isArray(value) || (typeof value === "string" && value.startsWith("Date("));
  if (!coded) return value ?? "";
  if (typeof shown === "string" && shown !== "") return shown;
  return Array.isArray(value)
    ? value
        .slice(0, 2)
        .map((part) => excerpt(part).padStart(2, "0"))
        .join(":")
    : dateIn(String(value));
}

/** Converts "Date(2026,0,5)", whose months are zero-based, to "2026-01-05". A time of day without a date is on 1899-12-30. */
function dateIn(coded: string): string {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = (coded.slice(0, 60).match(/\d+/g) ?? []).map(Number);
  const two = (number: number) => String(number).padStart(2, "0");
  return year < 1900 ? `${two(hour)}:${two(minute)}` : `${year}-${two(month + 1)}-${two(day)}`;
}
