import type { Database } from "../database/open.ts";
import { statement } from "../database/statements.ts";
import type { Editor } from "./editor.ts";

/** An editor as shown in a list. Times are in ISO 8601. */
export interface EditorEntry extends Editor {
  addedAt: string;
  /** Null if they never signed in. */
  signedInAt: string | null;
  hasPassword: boolean;
  usesCodes: boolean;
}

type EditorRow = Omit<EditorEntry, "hasPassword" | "usesCodes"> & Record<"hasPassword" | "usesCodes", 0 | 1>;

/** Returns everybody who may sign in, by name. */
export function listEditors(db: Database): EditorEntry[] {
  const rows = statement(
    db,
    `SELECT id, name, role, added_at AS addedAt, signed_in_at AS signedInAt, password IS NOT NULL AS hasPassword,
     code_secret IS NOT NULL AS usesCodes FROM editors WHERE removed_at IS NULL ORDER BY folded`,
  ).all() as EditorRow[];
  return rows.map((row) => ({ ...row, hasPassword: row.hasPassword === 1, usesCodes: row.usesCodes === 1 }));
}

/** Returns the editor with this id; null if there is none, or they were removed. */
export function findEditor(db: Database, id: string): Editor | null {
  const found = statement(db, "SELECT id, name, role FROM editors WHERE id = ? AND removed_at IS NULL").get(id);
  return (found as Editor | undefined) ?? null;
}

/** Returns the editor with this name, ignoring case; null if there is none, or they were removed. */
export function editorNamed(db: Database, name: string): Editor | null {
  const found = statement(db, "SELECT id, name, role FROM editors WHERE folded = ? AND removed_at IS NULL").get(foldName(name));
  return (found as Editor | undefined) ?? null;
}

/** Returns the names of all accounts by id, including removed ones. */
export function editorNames(db: Database): ReadonlyMap<string, string> {
  const rows = statement(db, "SELECT id, name FROM editors").all() as { id: string; name: string }[];
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Returns a name in the form used for comparison: "Dana Whitehorse" and "dana  whitehorse" are the same. */
export function foldName(name: string): string {
  return name.normalize("NFKC").toLowerCase().trim().replace(/\s+/g, " ");
}
