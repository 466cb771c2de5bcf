import { append } from "../../src/changes/append.ts";
import type { Database } from "../../src/database/open.ts";
import type { ListName } from "../../src/database/versions.ts";

/** Records that a list was changed, for a test that has changed its rows by hand. */
export function recordChange(db: Database, list: ListName): void {
  const by = { role: "catalog", account: null } as const;
  const what = { kind: "imported", list, subject: "test", before: null, after: {}, why: null, isPublic: false } as const;
  append(db, { ...what, by, at: "2026-11-25T12:00:00.000Z" }, null, () => undefined);
}
