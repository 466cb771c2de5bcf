import axe, { type Result, type RunOptions } from "axe-core";
import type { BrowserContext, Page } from "playwright-core";
import { markNewLooks, newLook } from "./looks.ts";
import { phone, wide } from "./served.ts";

const contrastRules = ["color-contrast", "color-contrast-enhanced"];
const colorRules = [...contrastRules, "link-in-text-block"];

/** Every WCAG 2.2 A and AA rule, what axe calls good practice, and those that the house asks beyond axe's defaults. */
const everyRule = {
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  rules: { "target-size": { enabled: true }, "color-contrast-enhanced": { enabled: true } },
};

/** Color cannot change what a page says or where it stands, so only the first dress of each width meets every rule. */
const dresses = [
  { name: "phone, light", viewport: phone, media: { colorScheme: "light", forcedColors: "none" }, options: everyRule },
  { name: "phone, dark", viewport: phone, media: { colorScheme: "dark", forcedColors: "none" }, options: { runOnly: colorRules } },
  { name: "phone, forced", viewport: phone, media: { colorScheme: "dark", forcedColors: "active" }, options: { runOnly: colorRules } },
  { name: "wide, light", viewport: wide, media: { colorScheme: "light", forcedColors: "none" }, options: everyRule },
  { name: "wide, dark", viewport: wide, media: { colorScheme: "dark", forcedColors: "none" }, options: { runOnly: colorRules } },
] as const;

type Dress = (typeof dresses)[number]["name"];

/** The looks in which axe has found no fault, by the browser that it looked with. */
const soundLooks = new WeakMap<BrowserContext, Set<string>>();

/** What axe finds wrong with the page in every dress, or in those named, one line a place. */
export async function axeFaults(page: Page, worn: readonly Dress[] = dresses.map(({ name }) => name)): Promise<string[]> {
  const sound = soundLooks.get(page.context()) ?? new Set();
  soundLooks.set(page.context(), sound);
  const found: string[] = [];
  await readTrueColors(page);
  await page.evaluate(`${axe.source}; axe.configure(${JSON.stringify(onlyNewLooks)})`);
  for (const { name, viewport, media, options } of dresses.filter((dress) => worn.includes(dress.name))) {
    await page.setViewportSize(viewport);
    await page.emulateMedia(media);
    const looks = await markNewLooks(page, sound);
    if (looks.length === 0 && options !== everyRule) continue;
    const violations = await violationsOf(page, { ...options, runOnly: [...options.runOnly], resultTypes: ["violations"] });
    if (violations.length === 0) for (const look of looks) sound.add(look);
    for (const { id, nodes } of violations)
      found.push(...nodes.map(({ target, failureSummary }) => `${name}: ${id} at ${target.join(" ")}: ${failureSummary}`));
  }
  return found;
}

/** Contrast is measured where it may be another than elsewhere. */
const onlyNewLooks = { rules: contrastRules.map((id) => ({ id, selector: `[${newLook}]` })) };

/** Runs axe, which is in the page already. */
function violationsOf(page: Page, options: RunOptions): Promise<Result[]> {
  return page.evaluate(`axe.run(${JSON.stringify(options)}).then(({ violations }) => violations)`);
}

/**
 * Under forced colors Chromium paints letters in `color` but still answers the author's color for `-webkit-text-fill-color`,
 * which axe reads first. These pages never set it, so `color` is what the reader sees.
 */
async function readTrueColors(page: Page): Promise<void> {
  await page.locator("html").evaluate((html) => {
    const { prototype } = html.ownerDocument.defaultView!.CSSStyleDeclaration;
    const read = prototype.getPropertyValue;
    prototype.getPropertyValue = function (name: string) {
      return read.call(this, name === "-webkit-text-fill-color" ? "color" : name);
    };
  });
}
