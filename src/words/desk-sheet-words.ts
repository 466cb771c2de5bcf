type RowKind = "unchanged" | "added" | "changed" | "conflict" | "wrong";

/** Texts of the desk's spreadsheet pages. */
export interface SheetWords {
  title: string;
  lead: string;
  out: string;
  download(list: "programs" | "documents"): string;
  in: string;
  inHint: string;
  list: string;
  file: string;
  paste: string;
  pasteHint: string;
  preview: string;
  nothingSent: string;
  /** By the kind of fault; `detail` is what was found, `maxRows` the maximum rows of a sheet. */
  unreadable: Record<"not csv" | "no id column" | "too many rows" | "empty", (detail: string, maxRows: number) => string>;
  unknownColumns(columns: string): string;
  previewTitle: string;
  counts: Record<RowKind, (count: number) => string>;
  row(number: number, id: string): string;
  change(header: string, before: string, after: string): string;
  /** A source that stays the same while the value that it supports changes. */
  kept(header: string): string;
  empty: string;
  conflict(fields: readonly string[]): string;
  fault(field: string, message: string): string;
  notAChoice(value: string, choices: readonly string[]): string;
  noReason(line: string): string;
  twice: string;
  andMore(count: number): string;
  nothingToTake: string;
  matters: string;
  why: string;
  take(count: number): string;
  taken(count: number): string;
  left: string;
  gone: string;
  again: string;
}
