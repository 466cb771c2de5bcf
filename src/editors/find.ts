import type { Database } from "../database/open.ts";
import { statement } from "../database/statements.ts";
import type { Editor } from "./editor.ts";

/** An editor as a list of them shows it. Times are in ISO 8601. */
export interface EditorEntry extends Editor {
  addedAt: string;
  /** Null where they never signed in. */
  signedInAt: string | null;
  hasPassword: boolean;
  usesCodes: boolean;
}

type EditorRow = Omit<EditorEntry, "hasPassword" | "usesCodes"> & Record<"hasPassword" | "usesCodes", 0 | 1>;

/** Everybody who may sign in, by name. */
export function listEditors(db: Database): EditorEntry[] {
  const rows = statement(
    db,
    `SELECT id, name, role, added_at AS addedAt, signed_in_at AS signedInAt, password IS NOT NULL AS hasPassword,
     code_secret IS NOT NULL AS usesCodes FROM editors WHERE removed_at IS NULL ORDER BY folded`,
  ).all() as EditorRow[];
  return rows.map((row) => ({ ...row, hasPassword: row.hasPassword === 1, usesCodes: row.usesCodes === 1 }));
}

/** The editor with this id; null where there is none, or they were removed. */
export function findEditor(db: Database, id: string): Editor | null {
  const found = statement(db, "SELECT id, name, role FROM editors WHERE id = ? AND removed_at IS NULL").get(id);
  return (found as Editor | undefined) ?? null;
}

/** The editor with this name, in whatever capitals; null where there is none, or they were removed. */
export function editorNamed(db: Database, name: string): Editor | null {
  const found = statement(db, "SELECT id, name, role FROM editors WHERE folded = ? AND removed_at IS NULL").get(foldName(name));
  return (found as Editor | undefined) ?? null;
}

/** What to call the account of a change, those removed included. */
export function editorNames(db: Database): ReadonlyMap<string, string> {
  const rows = statement(db, "SELECT id, name FROM editors").all() as { id: string; name: string }[];
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** A name as it is compared: "Dana Whitehorse" and "dana  whitehorse" are one. */
export function foldName(name: string): string {
  return name.normalize("NFKC").toLowerCase().trim().replace(/\s+/g, " ");
}
