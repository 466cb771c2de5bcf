import { randomBytes } from "node:crypto";
import type { Database } from "../database/open.ts";
import { statement } from "../database/statements.ts";
import { Invalid } from "../web/errors.ts";
import type { Editor, Role } from "./editor.ts";
import { editorNamed, foldName } from "./find.ts";
import { endSessionsOf } from "./sessions.ts";

/** Letters, digits, spaces and the punctuation of names, so that no name can pass for markup, a formula or somebody else's. */
const nameForm = /^\p{L}[\p{L}\p{M}\p{Nd} .'’-]{1,59}$/u;

/** Returns why nobody can be added under this name; null if somebody can. */
export function faultInName(db: Database, name: string): "form" | "taken" | null {
  if (!nameForm.test(plainName(name))) return "form";
  return editorNamed(db, name) === null ? null : "taken";
}

/** Adds an editor without a password. Throws Invalid if the name is malformed or taken. `at` is in ISO 8601. */
export function addEditor(db: Database, name: string, role: Role, at: string): Editor {
  const editor: Editor = { id: randomBytes(8).toString("hex"), name: plainName(name), role };
  const fault = faultInName(db, name);
  if (fault === "form") throw new Invalid("A name is 2 to 60 letters, figures and spaces, and begins with a letter.");
  if (fault === "taken") throw new Invalid(`There is an editor called ${editor.name} already.`);
  statement(db, "INSERT INTO editors (id, name, folded, role, added_at) VALUES (?, ?, ?, ?, ?)").run(
    editor.id,
    editor.name,
    foldName(editor.name),
    role,
    at,
  );
  return editor;
}

/** Sets the password of an editor, and ends all their sessions and any link. Call it in a write transaction. */
export function savePassword(db: Database, editor: string, hashed: string): void {
  statement(db, "UPDATE editors SET password = ? WHERE id = ?").run(hashed, editor);
  endSessionsOf(db, editor);
  statement(db, "DELETE FROM editor_links WHERE editor = ?").run(editor);
}

/** Makes somebody an admin or an editor. Throws Invalid if no admin would be left. */
export function setRole(db: Database, id: string, role: Role): void {
  if (role !== "admin") refuseLastAdmin(db, id);
  statement(db, "UPDATE editors SET role = ? WHERE id = ? AND removed_at IS NULL").run(role, id);
}

/** Removes an editor at once and deletes their secrets; their changes stay, with their name. Throws Invalid if no admin would be left. */
export function removeEditor(db: Database, id: string, at: string): void {
  refuseLastAdmin(db, id);
  endSessionsOf(db, id);
  for (const table of ["editor_links", "recovery_codes", "failed_sign_ins"] as const) {
    statement(db, `DELETE FROM ${table} WHERE editor = ?`).run(id);
  }
  statement(db, "UPDATE editors SET removed_at = ?, password = NULL, code_secret = NULL WHERE id = ? AND removed_at IS NULL").run(at, id);
}

/** Whether this is the only admin. */
export function isLastAdmin(db: Database, id: string): boolean {
  const admins = statement(db, "SELECT id FROM editors WHERE role = 'admin' AND removed_at IS NULL").pluck().all();
  return admins.length === 1 && admins[0] === id;
}

function refuseLastAdmin(db: Database, id: string): void {
  if (isLastAdmin(db, id)) throw new Invalid("This is the only admin. Make somebody else one first.");
}

function plainName(name: string): string {
  return name.normalize().trim().replace(/\s+/g, " ");
}
