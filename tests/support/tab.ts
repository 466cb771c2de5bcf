import type { Page } from "playwright-core";

/** What holds the focus, and what keeps a reader from seeing that it does. */
export interface Stop {
  element: string;
  hidden: string[];
}

/** Goes one stop on and looks at it; null when the page has been left at its end. */
export async function tab(page: Page): Promise<Stop | null> {
  await page.keyboard.press("Tab");
  return page.locator("body").evaluate((body) => {
    const { activeElement, defaultView } = body.ownerDocument;
    if (!activeElement || activeElement === body) return null;
    const { outlineStyle, outlineWidth } = defaultView!.getComputedStyle(activeElement);
    // A link may be broken over two lines: its first piece stands for it.
    const { left, top, right, bottom } = activeElement.getClientRects()[0]!;
    const there = body.ownerDocument.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    const hidden = [
      ...(outlineStyle === "none" || Number.parseFloat(outlineWidth) < 2 ? [`outline ${outlineStyle} ${outlineWidth}`] : []),
      ...(activeElement.contains(there) ? [] : [`behind ${there?.outerHTML.slice(0, 80) ?? "the edge of the screen"}`]),
    ];
    return { element: activeElement.outerHTML.slice(0, 160), hidden };
  });
}
