import type { Closable } from "../../meetings/find-to-close.ts";

/** What is to be closed, as the form of closures sends it: "place 12 main st bigfork MT", "group flathead sunrise". */

type Which = Pick<Closable, "place" | "feed" | "group">;

/** How the form names a place or a group. */
export function whichOf({ place, feed, group }: Which): string {
  return place === null ? `group ${feed} ${group}` : `place ${place}`;
}

/** The place or the group that was sent; null for what names neither. */
export function readWhich(sent: string): Which | null {
  const [kind, ...words] = sent.split(" ");
  const [feed = "", ...group] = words;
  if (kind === "place" && words.length > 0) return { place: words.join(" "), feed: null, group: null };
  return kind === "group" && group.length > 0 ? { place: null, feed, group: group.join(" ") } : null;
}
