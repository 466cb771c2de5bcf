import type { Browser } from "playwright-core";
import { openBrowser } from "../support/browser.ts";
import type { Databases } from "./databases.ts";
import { startApp } from "./processes.ts";
import { atMost, type Line, median, seconds, step } from "./report.ts";

/** A phone far out: 400 kbit/s, 400 ms to the server and back, a quarter of this processor, nothing kept from before. */
const line = { offline: false, latency: 400, downloadThroughput: 400_000 / 8, uploadThroughput: 400_000 / 8 };
const visits = 5;

/** Seconds until the first result of /programs stands on the screen. */
export async function measureSlowLine(databases: Databases): Promise<Line[]> {
  const app = await startApp(await databases.programs(0));
  const browser = await openBrowser();
  try {
    const took = await step("a slow line", async () => {
      const each: number[] = [];
      for (let visit = 0; visit < visits; visit++) each.push(await visitOnce(browser, `${app.url}/programs`));
      return each;
    });
    return [atMost("400 kbit/s, 400 ms, 4x slower, cold: first result", median(took), 1.5, seconds, `(${took.map(seconds).join(", ")})`)];
  } finally {
    await browser.close();
    await app.stop();
  }
}

/** Runs in the page: notes the time of the frame in which the page is painted and a result has its place in it. */
const noteFirstResult = `
  const look = () => {
    const title = document.querySelector(".rows h3");
    const painted = performance.getEntriesByName("first-contentful-paint").length > 0;
    if (painted && title?.checkVisibility() && title.getBoundingClientRect().height > 0) window.firstResult = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
`;

async function visitOnce(browser: Browser, url: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 360, height: 640 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  await session.send("Network.emulateNetworkConditions", line);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await page.addInitScript(noteFirstResult);
  await page.goto(url, { waitUntil: "commit" });
  const took = await page.waitForFunction(() => (globalThis as { firstResult?: number }).firstResult);
  const milliseconds = (await took.jsonValue()) as number;
  await context.close();
  return milliseconds / 1000;
}
