import type { LastCheck } from "../../src/listing/check.ts";
import { findProgram } from "../../src/programs/find.ts";
import type { Contact } from "../../src/programs/program.ts";
import { saveProgram } from "../../src/programs/save.ts";
import { openSiteOver, withCatalog } from "./site.ts";
import { vocabulary } from "./vocabulary.ts";

/** The real catalog, in which these programs were checked on a day. `now` is the clock of the site. */
export function openCheckedSite(checks: Readonly<Record<string, Partial<LastCheck>>>, now: () => number) {
  const db = withCatalog();
  for (const [id, check] of Object.entries(checks)) {
    const program = findProgram(db, id)!;
    const contacts: Contact[] = program.contacts.map((contact) => ({ ...contact, confirmed: true }));
    const lastCheck: LastCheck = { date: "2026-06-01", how: "phone", role: "editor", ...check };
    saveProgram(db, vocabulary, { ...program, contacts, lastCheck });
  }
  return openSiteOver(db, now);
}
