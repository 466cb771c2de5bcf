import type { Database } from "../../src/database/open.ts";
import { keepReport } from "../../src/reports/keep.ts";
import { referenceKey } from "../../src/reports/reference.ts";
import type { NewReport } from "../../src/reports/report.ts";
import { settleReport } from "../../src/reports/settle.ts";

/** Two reports whose references are known: one that waits, and one that is answered. */
export const waitingReference = "amber-mesa-heron";
export const answeredReference = "maple-river-lamp";

export const someReport: NewReport = {
  list: "programs",
  subject: "montana-warm-line",
  field: "contacts[0].value",
  wrong: "+18776882377",
  right: null,
  note: null,
};

/** Keeps both. */
export function keepKnownReports(db: Database): void {
  const sent = Date.parse("2026-11-20T12:00:00Z");
  giveReference(db, keepReport(db, someReport, null, sent), waitingReference);
  giveReference(db, keepReport(db, { ...someReport, right: "406-555-0123" }, null, sent), answeredReference);
  const reply = "«We called, and nobody answered.»\n«The program has a new number.»";
  settleReport(db, answeredReference, {
    ...{ outcome: "accepted", reply, at: "2026-11-22T09:00:00.000Z" },
    by: { role: "editor", account: null },
  });
}

function giveReference(db: Database, drawn: string, reference: string): void {
  db.prepare("UPDATE reports SET reference = ?, key = ? WHERE reference = ?").run(reference, referenceKey(reference), drawn);
}
