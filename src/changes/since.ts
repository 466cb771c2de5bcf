import type { Database } from "../database/open.ts";
import { statement } from "../database/statements.ts";
import type { ListName } from "../database/versions.ts";
import type { Actor, Change, ChangeKind } from "./change.ts";

/** A change as stored. */
interface Row {
  seq: number;
  id: string;
  at: string;
  role: Actor["role"];
  account: string | null;
  kind: ChangeKind;
  list: ListName;
  subject: string;
  before: string | null;
  after: string | null;
  why: string | null;
  public: number;
}

/** Returns the changes after a number, oldest first, at most `limit`. They include what is for editors only. */
export function since(db: Database, seq: number, limit: number): Change[] {
  return (statement(db, "SELECT * FROM changes WHERE seq > ? ORDER BY seq LIMIT ?").all(seq, limit) as Row[]).map(changeOf);
}

/** Returns all changes of one subject, newest first. */
export function historyOf(db: Database, list: ListName, subject: string): Change[] {
  const rows = statement(db, "SELECT * FROM changes WHERE list = ? AND subject = ? ORDER BY seq DESC").all(list, subject) as Row[];
  return rows.map(changeOf);
}

function changeOf({ role, account, before, after, public: isPublic, ...row }: Row): Change {
  return { ...row, by: { role, account }, before: parsed(before), after: parsed(after), isPublic: isPublic === 1 };
}

const parsed = (json: string | null): object | null => (json === null ? null : JSON.parse(json));
