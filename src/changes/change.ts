import type { ListName } from "../database/versions.ts";

/** Who changed something: a person, by role and account, or an automatic source. */
export interface Actor {
  role: "admin" | "editor" | "catalog" | "feed" | "links" | "calendar";
  /** The id of the account; null for an automatic source. Shown only at the desk. */
  account: string | null;
}

/** What happened to the subject. "imported" is a whole batch, whose subject is the feed or catalog it came from. */
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

/** An entry of the ledger. Entries are never edited: a wrong one is corrected by another. */
export interface Change {
  /** Its number. Changes are numbered in commit order. */
  seq: number;
  /** Chosen by the sender, so that a change sent twice is written once. */
  id: string;
  /** ISO 8601, in UTC. */
  at: string;
  by: Actor;
  kind: ChangeKind;
  list: ListName;
  /** The id of what was changed. */
  subject: string;
  /** The fields that differ, with their old values; the whole listing if it was removed, null if it did not exist. */
  before: object | null;
  /** The same fields, with their new values; the whole listing if it did not exist, null if it was removed. */
  after: object | null;
  /** For editors only. */
  why: string | null;
  /** Whether it matters to readers: only public changes are on the page of changes and in /ledger. */
  isPublic: boolean;
}

/** A change to append. If it has no id, it gets a random one. */
export type NewChange = Omit<Change, "seq" | "id"> & { id?: string };
