import type { ListName } from "../database/versions.ts";

/** Who changed something: a person by role and account, or what acts by itself. */
export interface Actor {
  role: "admin" | "editor" | "catalog" | "feed" | "links" | "calendar";
  /** The id of the account; null where no person acts. It never leaves the desk. */
  account: string | null;
}

/** What became of the subject; "imported" is a whole batch, whose subject is the feed or the catalog that it came from. */
export type ChangeKind =
  | "added"
  | "changed"
  | "checked"
  | "closed"
  | "reopened"
  | "removed"
  | "unlisted"
  | "relisted"
  | "imported"
  | "undone";

/** An entry of the ledger. It is never edited: a wrong one gets another one that says so. */
export interface Change {
  /** Its number: the order of the changes is the order in which they were committed. */
  seq: number;
  /** The sender's own: one that is sent twice is written once. */
  id: string;
  /** ISO 8601, in UTC. */
  at: string;
  by: Actor;
  kind: ChangeKind;
  list: ListName;
  /** The id of what was changed. */
  subject: string;
  /** The fields that differ, as they were; a whole listing where it is gone since, null where there was none. */
  before: object | null;
  /** The same fields, as they are; a whole listing where there was none, null where it is gone. */
  after: object | null;
  /** For editors alone. */
  why: string | null;
  /** Whether it matters to readers: only then is it on the page of changes and in /ledger. */
  isPublic: boolean;
}

/** A change to append. Without an id of the sender's it is given a random one. */
export type NewChange = Omit<Change, "seq" | "id"> & { id?: string };
