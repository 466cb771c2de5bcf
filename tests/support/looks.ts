import type { Page } from "playwright-core";

/** The mark on what has a new look. */
export const newLook = "data-new-look";

/**
 * Marks every element in sight whose look is not among those already known to be sound, and answers the looks of all that are marked. Of one
 * look are letters of one color, size, weight and line on the same grounds, within text of one color: axe finds the same of all of them.
 */
export function markNewLooks(page: Page, sound: ReadonlySet<string>): Promise<string[]> {
  return page.locator("html").evaluate(
    (html, { known, mark }) => {
      const { getComputedStyle } = html.ownerDocument.defaultView!;
      const [knownLooks, found] = [new Set(known), new Set<string>()];
      const around = new Map<unknown, { ground: string; color: string }>();
      // A parent comes before its children.
      for (const element of [html, ...html.querySelectorAll("*")]) {
        const style = getComputedStyle(element);
        const { color, fontSize, fontWeight, textShadow, textDecorationLine } = style;
        const parent = around.get(element.parentElement) ?? { ground: "", color: "" };
        const own = [style.backgroundColor, style.backgroundImage, style.opacity, style.position].join(" ");
        const ground = own === "rgba(0, 0, 0, 0) none 1 static" ? parent.ground : `${parent.ground}/${own}`;
        around.set(element, { ground, color });
        const isInText = [...(element.parentElement?.childNodes ?? [])].some(
          ({ nodeType, textContent }) => nodeType === 3 && textContent!.trim(),
        );
        const isDisabled = element.matches(":disabled, [aria-disabled]");
        const look = [color, fontSize, fontWeight, textShadow, textDecorationLine, parent.color, isInText, isDisabled, ground].join(" ");
        const isNew = !knownLooks.has(look) && element.checkVisibility();
        element.toggleAttribute(mark, isNew);
        if (isNew) found.add(look);
      }
      return [...found];
    },
    { known: [...sound], mark: newLook },
  );
}
