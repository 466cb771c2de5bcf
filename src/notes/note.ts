import type { Database } from "../database/open.ts";
import { statement } from "../database/statements.ts";
import type { ListName } from "../database/versions.ts";

/** A note that an editor has written about a listing for other editors. It is shown only at the desk. */
interface Note {
  number: number;
  list: ListName;
  subject: string;
  /** ISO 8601. */
  at: string;
  /** The id of the editor's account. */
  account: string;
  text: string;
}

/** Returns the notes about a listing, newest first. */
export function notesAbout(db: Database, list: ListName, subject: string): Note[] {
  const notes = "SELECT number, list, subject, at, account, text FROM notes WHERE list = ? AND subject = ? ORDER BY number DESC";
  return statement(db, notes).all(list, subject) as Note[];
}

/** Saves a note. */
export function addNote(db: Database, { list, subject, at, account, text }: Omit<Note, "number">): void {
  statement(db, "INSERT INTO notes (list, subject, at, account, text) VALUES (?, ?, ?, ?, ?)").run(list, subject, at, account, text);
}

/** Deletes a note about this listing; does nothing if there is none with this number. */
export function removeNote(db: Database, list: ListName, subject: string, number: number): void {
  statement(db, "DELETE FROM notes WHERE list = ? AND subject = ? AND number = ?").run(list, subject, number);
}
