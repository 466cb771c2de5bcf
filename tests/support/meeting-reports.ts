import { keepReport } from "../../src/reports/keep.ts";
import type { NewReport } from "../../src/reports/report.ts";
import type { Site } from "../../src/site/site.ts";

/** Keeps a report about a meeting of the church (closed-church.ts), and returns its reference. */
export function reportMeeting({ data, now }: Site, report: Partial<NewReport> = {}): string {
  const said = { list: "meetings", subject: "flathead-sunrise", field: "status", wrong: "in-person", right: "closed", note: null } as const;
  return keepReport(data.db, { ...said, ...report }, null, now());
}
