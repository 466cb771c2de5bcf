import { once } from "node:events";
import type { AddressInfo } from "node:net";
import type { BrowserContextOptions, Page } from "playwright-core";
import type { Site } from "../../src/site/site.ts";
import { openBrowser } from "./browser.ts";
import { openSiteWithMeetings } from "./meetings.ts";
import { openTestApp } from "./site.ts";

export const phone = { width: 360, height: 640 };
export const wide = { width: 1280, height: 800 };

/** The real app over a site, listening on a free port of this machine. */
async function serveSite(site: Site) {
  const server = openTestApp(site);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => server.closeGracefully(),
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

/** What a visit is to: the site, and the size of text that its reader has chosen, in pixels. */
interface VisitOptions {
  site?: Site;
  textSize?: number;
}

/** Serves the site and opens a browser: once for each test file. */
export async function openVisit({ site = openSiteWithMeetings(), textSize }: VisitOptions = {}): Promise<Visit> {
  const [served, browser] = await Promise.all([serveSite(site), openBrowser(textSize)]);
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
