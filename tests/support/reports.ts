import request, { type Response } from "supertest";
import type { Site } from "../../src/site/site.ts";
import type { WebServer } from "../../src/web/server.ts";
import { type FormFields, sendForm } from "./desk.ts";
import { keepKnownReports } from "./known-reports.ts";
import { openSiteWithMeetings } from "./meetings.ts";
import { openTestApp } from "./site.ts";

/** A site whose clock the test turns, and what it takes to send its forms as a reader does. */
export interface ReportingSite {
  site: Site;
  app: WebServer;
  /** Epoch milliseconds. */
  clock: { now: number };
  /** Opens a form, waits until somebody has read it, and sends it with these fields. */
  report(address: string, fields: FormFields): Promise<Response>;
  suggest(fields: FormFields): Promise<Response>;
  /** Takes all messages away but the known reports, and goes on a week later, when no source has sent anything. */
  startAnew(): void;
  /** Changes the database, does `work`, and takes back all that was changed meanwhile. */
  changing(sql: string, work: () => Promise<void>): Promise<void>;
}

const monday = Date.parse("2026-11-23T14:30:00Z");

/** How long somebody takes to fill in a form, in milliseconds. */
export const readingTime = 20_000;

/** The site with meetings, on a Monday that moves on. */
export function openReportingSite(): ReportingSite {
  const clock = { now: monday };
  let weeks = 0;
  const site = openSiteWithMeetings();
  site.now = () => clock.now;
  const app = openTestApp(site);
  const send = async (address: string, fields: FormFields) => {
    const hidden = hiddenFields((await request(app).get(address)).text);
    clock.now += readingTime;
    return sendForm(app, address.split("?")[0]!, { ...hidden, ...fields });
  };
  return {
    ...{ site, app, clock, report: send },
    suggest: (fields) => send("/suggest", fields),
    startAnew() {
      site.data.db.exec("DELETE FROM reports; DELETE FROM suggestions; DELETE FROM reader_emails");
      keepKnownReports(site.data.db);
      clock.now = monday + 7 * 86_400_000 * ++weeks;
    },
    async changing(sql, work) {
      site.data.db.exec(`BEGIN; ${sql}`);
      try {
        await work();
      } finally {
        site.data.db.exec("ROLLBACK");
      }
    },
  };
}

/** What a form sends beside what is typed. */
export function hiddenFields(html: string): Record<string, string> {
  const [form = ""] = html.match(/<form class="form"[\s\S]*?<\/form>/) ?? [];
  const hidden = [...form.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)];
  return { extra: "", ...Object.fromEntries(hidden.map(([, name, value]) => [name, value])) };
}

/** The reference that a form which was taken leads to. */
export function referenceIn({ headers }: Response): string {
  return String(headers["location"]).replace("/report/", "");
}
