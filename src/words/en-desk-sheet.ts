import type { SheetWords } from "./desk-sheet-words.ts";
import { counted, digits } from "./en-grammar.ts";

const quote = (text: string) => (text === "" ? "nothing" : `“${text.length > 160 ? `${text.slice(0, 160)} …` : text}”`);
const listings = (count: number) => counted(count, "listing", "listings");

export const enDeskSheet: SheetWords = {
  title: "Spreadsheet",
  lead: "Download all listings, change what you want in any spreadsheet program, and send the file back. Nothing changes before you have seen a preview.",
  out: "Download",
  download: (list) => (list === "programs" ? "All programs as CSV" : "The whole library as CSV"),
  in: "Send back",
  inHint:
    "A row that is left out stays as it is; you may leave out columns too. Write phone numbers as you like. A row with a new id is a new listing.",
  list: "Which list is it?",
  file: "The file, saved as CSV",
  paste: "Or paste the rows here",
  pasteHint: "With the row of column names on top.",
  preview: "Show what it would change",
  nothingSent: "Choose a file, or paste some rows.",
  unreadable: {
    "not csv": (detail) => `This is no CSV file: ${detail}. Save it as CSV (UTF-8) and try again.`,
    "no id column": (detail) => `There is no column “id”. The first columns are: ${detail}. Did you choose the right list?`,
    "too many rows": (detail, maxRows) => `${detail} rows are too many. Send at most ${digits(maxRows)}.`,
    empty: () => "The file is empty.",
  },
  unknownColumns: (columns) => `Columns we don’t know, and leave out: ${columns}.`,
  previewTitle: "What the sheet would change",
  counts: {
    unchanged: (count) => `${listings(count)} unchanged`,
    added: (count) => `${listings(count)} new`,
    changed: (count) => `${listings(count)} changed`,
    conflict: (count) => `${counted(count, "conflict", "conflicts")}`,
    wrong: (count) => `${counted(count, "row", "rows")} with something wrong`,
  },
  row: (number, id) => `Row ${number}: ${id === "" ? "without an id" : id}`,
  change: (header, before, after) => `${header}: ${quote(before)} becomes ${quote(after)}`,
  kept: (header) => `${header} stays as it is: take this row over only if you looked, and it says what is written here now`,
  empty: "nothing",
  conflict: (fields) =>
    fields.length === 0
      ? "Somebody has changed this listing since. Download it again."
      : `Somebody has changed the same since you downloaded it: ${fields.join(", ")}. It stays as it is.`,
  fault: (field, message) => (field === "" ? message : `${field}: ${message}`),
  notAChoice: (value, choices) => `“${value}” is not one of ${choices.join(", ")}`,
  noReason: (line) => `“${line}” needs the fact that supports it: write “value: fact”`,
  twice: "this id is in the sheet twice; only the first row counts",
  andMore: (count) => `… and ${count} more.`,
  nothingToTake: "The sheet changes nothing.",
  matters: "These changes matter to readers: list them on the page of changes",
  why: "Note for other editors",
  take: (count) => `Change ${listings(count)}`,
  taken: (count) => `${listings(count)} changed.`,
  left: "Left as they were",
  gone: "This preview is over: the sheet was taken over already, or is more than a day old. Send it again.",
  again: "Another sheet",
};
