import { once } from "node:events";
import type { AddressInfo } from "node:net";
import type { BrowserContextOptions, Page } from "playwright-core";
import { closeGracefully } from "../../src/web/server.ts";
import { openBrowser } from "./browser.ts";
import { openSiteWithMeetings } from "./meetings.ts";
import { openTestApp } from "./site.ts";

/** One address of every kind of page. */
export const addresses = [
  "/",
  "/programs",
  "/programs?format=phone&category=secular&state=MT",
  "/programs?q=drinking&sort=name",
  "/programs?page=2",
  "/programs?page=99",
  "/programs?q=zzzzz&category=recovery-housing&format=app",
  "/programs?category=nonsense",
  "/programs?q=bigfork+montana",
  "/programs?q=overdose",
  "/programs/smart-recovery",
  "/programs/montana-warm-line",
  "/programs/sos",
  "/programs/988-lifeline",
  "/programs/alcoholics-anonymous?near=59911",
  "/meetings",
  "/meetings?near=59911&day=monday",
  "/meetings?near=bigfrok,+MT",
  "/meetings/flathead-sunrise",
  "/meetings/flathead-first-saturday",
  "/library",
  "/library?kind=review&topic=does-it-work",
  "/library/fvr-guide-mutual-aid",
  "/library/atq-study",
  "/places",
  "/places/MT",
  "/guidance",
  "/help-now",
  "/about",
  "/privacy",
  "/accessibility",
  "/no-such-page",
];

export const phone = { width: 360, height: 640 };
export const wide = { width: 1280, height: 800 };

/** The real app over the real catalog, listening on a free port of this machine. */
async function serveSite() {
  const server = openTestApp(openSiteWithMeetings());
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close(): Promise<void> {
      const closed = closeGracefully(server);
      // A browser keeps lines open that it asks nothing on; they count as busy.
      server.closeAllConnections();
      return closed;
    },
  };
}

/** The site served, and one Chromium to look at it. */
export interface Visit {
  /** Where the site is, without a slash at the end. */
  url: string;
  /** A fresh visitor's page: no history, no cookies, nothing kept. Addresses are relative to the site. */
  visitor(options?: BrowserContextOptions): Promise<Page>;
  close(): Promise<void>;
}

/** Serves the site and opens a browser: once for each test file. */
export async function openVisit(): Promise<Visit> {
  const [served, browser] = await Promise.all([serveSite(), openBrowser()]);
  return {
    url: served.url,
    async visitor(options = {}) {
      const context = await browser.newContext({ baseURL: served.url, viewport: phone, ...options });
      return context.newPage();
    },
    async close() {
      await browser.close();
      await served.close();
    },
  };
}
