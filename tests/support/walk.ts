import type { Locator, Page } from "playwright-core";

/** A reader's way through the site, counted. What is tapped is found by what a reader sees, never by how it is made. */
export interface Walk {
  page: Page;
  /** A field that is filled and sent counts one. */
  taps: number;
}

/** Milliseconds. What is not there by then is not there: no page here loads anything late. */
const patience = 3000;

/** Begins at the front page. */
export async function startWalk(page: Page): Promise<Walk> {
  page.setDefaultTimeout(patience);
  await page.goto("/");
  return { page, taps: 0 };
}

/** Taps the first link or button of the page itself that is called so. */
export async function tap(walk: Walk, name: RegExp): Promise<void> {
  const main = walk.page.getByRole("main");
  await tapOne(walk, main.getByRole("link", { name }).or(main.getByRole("button", { name })));
}

/** Taps an entry of the navigation. */
export async function tapNavigation(walk: Walk, name: RegExp): Promise<void> {
  await tapOne(walk, walk.page.getByRole("banner").getByRole("link", { name }));
}

async function tapOne(walk: Walk, found: Locator): Promise<void> {
  await found.first().click();
  walk.taps++;
}

/** Types into the search box and sends it. */
export async function search(walk: Walk, text: string): Promise<void> {
  await send(walk, walk.page.getByRole("main").getByRole("searchbox"), text);
}

/** Types into the field for a ZIP code or a town and sends it. */
export async function searchNear(walk: Walk, place: string): Promise<void> {
  await send(walk, walk.page.getByRole("main").getByRole("textbox", { name: /zip|town/i }), place);
}

async function send(walk: Walk, field: Locator, text: string): Promise<void> {
  await field.first().fill(text);
  await field.first().press("Enter");
  await walk.page.waitForLoadState();
  walk.taps++;
}

/** Chooses from the list that is labelled so and sends it, where a link of that name does not do it at once; what it is folded into is opened first. */
export async function choose(walk: Walk, label: RegExp, option: string): Promise<void> {
  const main = walk.page.getByRole("main");
  const link = main.getByRole("link", { name: option, exact: true }).first();
  if (await link.isVisible()) return tapOne(walk, link);
  const list = walk.page.getByLabel(label).and(walk.page.locator("select"));
  if (!(await list.first().isVisible())) {
    await main.locator("details").filter({ has: list }).locator("summary").first().click();
    walk.taps++;
  }
  // Lists that count say "Nebraska (35)".
  const value = await list
    .first()
    .locator("option")
    .filter({ hasText: new RegExp(`^${option}\\b`) })
    .first()
    .getAttribute("value");
  await list.first().selectOption(value);
  await main.locator("form").filter({ has: list }).getByRole("button").filter({ visible: true }).last().click();
  await walk.page.waitForLoadState();
  walk.taps++;
}

/** The listings on a page: items with a heading of their own. */
export function rowsOf(page: Page): Locator {
  const main = page.getByRole("main");
  return main.getByRole("listitem").filter({ has: page.getByRole("heading") });
}

/** The listing of this name. */
export function rowOf(page: Page, name: RegExp): Locator {
  return rowsOf(page)
    .filter({ has: page.getByRole("heading", { name }) })
    .first();
}

/** On which screen something ends, counted from the one that a reader sees first: 1 is in sight. Infinity where it is not shown. */
export async function screenOf(page: Page, found: Locator): Promise<number> {
  const box = (await found.count()) > 0 ? await found.first().boundingBox() : null;
  return box === null ? Number.POSITIVE_INFINITY : Math.max(1, Math.ceil((box.y + box.height) / page.viewportSize()!.height));
}

/** All that can be read without scrolling, the bar on top left out. */
export function readFirstScreen(page: Page): Promise<string> {
  return page.getByRole("main").evaluate((main) => {
    const { document, innerHeight } = main.ownerDocument.defaultView!;
    const texts = document.createTreeWalker(main, 4);
    const seen: string[] = [];
    while (texts.nextNode()) {
      const range = document.createRange();
      range.selectNodeContents(texts.currentNode);
      const inSight = [...range.getClientRects()].some(({ top, bottom, width }) => top >= 0 && bottom <= innerHeight && width > 2);
      if (inSight && texts.currentNode.parentElement?.checkVisibility()) seen.push(texts.currentNode.textContent ?? "");
    }
    return seen.join(" ").replace(/\s+/g, " ").trim();
  });
}
