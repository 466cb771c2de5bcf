import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { phone, wide } from "./served.ts";

const colorRules = ["color-contrast", "color-contrast-enhanced", "link-in-text-block"];

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

/** What axe finds wrong with the page in every dress, or in those named, one line a place. */
export async function axeFaults(page: Page, worn: readonly Dress[] = dresses.map(({ name }) => name)): Promise<string[]> {
  const found: string[] = [];
  await readTrueColors(page);
  for (const [at, { name, viewport, media, options }] of dresses.filter((dress) => worn.includes(dress.name)).entries()) {
    await page.setViewportSize(viewport);
    await page.emulateMedia(media);
    const { violations } = await axe(page, at > 0)
      .options({ ...options, runOnly: [...options.runOnly], resultTypes: ["violations"] })
      .analyze();
    for (const { id, nodes } of violations)
      found.push(...nodes.map(({ target, failureSummary }) => `${name}: ${id} at ${target.join(" ")}: ${failureSummary}`));
  }
  return found;
}

/**
 * Axe for this page. Its half megabyte is sent once; a page that has it gets an empty statement instead.
 * Legacy mode does without a second blank page for each check, which only pages with frames need.
 */
function axe(page: Page, alreadyThere: boolean): AxeBuilder {
  return new AxeBuilder(alreadyThere ? { page, axeSource: ";" } : { page }).setLegacyMode();
}

/**
 * Under forced colors Chromium paints letters in `color` but still answers the author's color for `-webkit-text-fill-color`,
 * which axe reads first. These pages never set it, so `color` is what the reader sees.
 */
async function readTrueColors(page: Page): Promise<void> {
  await page.locator("html").evaluate((html) => {
    const window = html.ownerDocument.defaultView!;
    const real = window.getComputedStyle.bind(window);
    window.getComputedStyle = (element: typeof html, pseudo?: string | null) => {
      const style = real(element, pseudo);
      const read = style.getPropertyValue.bind(style);
      style.getPropertyValue = (name: string) => read(name === "-webkit-text-fill-color" ? "color" : name);
      return style;
    };
  });
}
