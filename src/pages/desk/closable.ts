import { closedGroupName } from "../../meetings/closures.ts";
import { type Closable, findClosable, findToClose } from "../../meetings/find-to-close.ts";
import type { Context } from "../../site/site.ts";

/** A place or group that can be closed, as an option of the form of closures. */
export interface ClosableOption {
  /** The submitted value: "place 12 main st bigfork MT", "group flathead sunrise". */
  value: string;
  label: string;
  detail: string;
  chosen: boolean;
}

type Which = Pick<Closable, "place" | "feed" | "group">;

/** Returns the form's value for a place or a group. */
export function whichOf({ place, feed, group }: Which): string {
  return place === null ? `group ${feed} ${group}` : `place ${place}`;
}

/** Returns what matches the typed words, places before groups; a preselected one (`which`) comes first, however many others match. */
export function closableOptions(
  context: Context,
  { q, which }: { q: string; which: string },
): { option: ClosableOption; closable: Closable }[] {
  const { places, groups } = findToClose(context.db, q);
  const asked = readWhich(which);
  const exact = asked && findClosable(context.db, asked);
  const others = [...places, ...groups].filter((closable) => whichOf(closable) !== which);
  return [...(exact ? [exact] : []), ...others].map((closable) => ({ closable, option: optionOf(context, closable, which) }));
}

function optionOf({ words, feedNames }: Context, closable: Closable, which: string): ClosableOption {
  const said = words.deskWork.closures;
  const { feed, meeting, meetings } = closable;
  const value = whichOf(closable);
  const { name, street, city, state } = meeting.place;
  const house = [name, street, city, state].filter(Boolean).join(", ");
  const label = feed === null ? house : said.group(closedGroupName(meeting), feedNames.get(feed) ?? feed);
  return { value, label, detail: said.meetings(meetings), chosen: value === which };
}

/** Parses a submitted place or group; null if it is neither. */
function readWhich(sent: string): Which | null {
  const [kind, ...words] = sent.split(" ");
  const [feed = "", ...group] = words;
  if (kind === "place" && words.length > 0) return { place: words.join(" "), feed: null, group: null };
  return kind === "group" && group.length > 0 ? { place: null, feed, group: group.join(" ") } : null;
}
