import type { Page } from "playwright-core";

/** A place on the way through a page by keyboard, and what is wrong with it: nothing, when it is on the screen with an outline about it. */
export interface Stop {
  element: string;
  hidden: string[];
}

/** Goes one stop on and looks at it; null when the page has been left at its end. */
export async function tab(page: Page): Promise<Stop | null> {
  return (await holdTab(page, 1))[0]!;
}

/** All stops of a page that should have so many, and one more where it has more. */
export async function allStops(page: Page, expected: number): Promise<Stop[]> {
  const stops: Stop[] = [];
  for (const stop of await holdTab(page, expected + 1)) {
    // Past the end a browser leaves the page or begins again.
    if (stop === null || stop.element === stops[0]?.element) break;
    stops.push(stop);
  }
  return stops;
}

/** Goes on by as many stops, and looks at each before it leaves it: to ask the page after each press takes ten times as long. Null is past the end. */
export async function holdTab(page: Page, times: number): Promise<(Stop | null)[]> {
  const watch = await page.locator("body").evaluateHandle((body) => {
    const document = body.ownerDocument;
    const window = document.defaultView!;
    const look = (): Stop | null => {
      const { activeElement } = document;
      if (!activeElement || activeElement === body) return null;
      const { outlineStyle, outlineWidth } = window.getComputedStyle(activeElement);
      // A link may be broken over two lines: its first piece stands for it.
      const { left, top, right, bottom } = activeElement.getClientRects()[0]!;
      const there = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      const hidden = [
        ...(outlineStyle === "none" || Number.parseFloat(outlineWidth) < 2 ? [`outline ${outlineStyle} ${outlineWidth}`] : []),
        ...(activeElement.contains(there) ? [] : [`behind ${there?.outerHTML.slice(0, 80) ?? "the edge of the screen"}`]),
      ];
      return { element: activeElement.outerHTML.slice(0, 160), hidden };
    };
    const stops: (Stop | null)[] = [];
    const keep = () => void stops.push(look());
    window.addEventListener("keydown", keep, true);
    return {
      end() {
        window.removeEventListener("keydown", keep, true);
        keep();
        return stops.slice(1);
      },
    };
  });
  await Promise.all(Array.from({ length: times }, () => page.keyboard.down("Tab")));
  await page.keyboard.up("Tab");
  return watch.evaluate((watched) => watched.end());
}
