import type { ChangesWords } from "./changes-words.ts";
import { counted } from "./en-grammar.ts";

/** Returns the lines for a noun: "3 programs were added". */
const linesOf = (one: string, many: string) => {
  const say = (what: string) => (count: number) => `${counted(count, one, many)} ${count === 1 ? "was" : "were"} ${what}`;
  return {
    added: say("added"),
    changed: say("changed"),
    checked: say("checked"),
    closed: (count: number) => `${counted(count, one, many)} closed`,
    reopened: (count: number) => `${counted(count, one, many)} opened again`,
    removed: say("removed"),
  };
};

/** Texts of the page of changes, in English. */
export const enChanges = {
  title: "What has changed",
  description: "What was added, changed, checked or removed in this directory, day by day.",
  follow: "Follow the changes in a feed reader (Atom)",
  none: "Nothing has changed yet.",
  lines: {
    programs: linesOf("program", "programs"),
    documents: linesOf("library entry", "library entries"),
    meetings: {
      ...linesOf("meeting", "meetings"),
      // A meeting is only added or removed: what closes for a time is its place or its group.
      closed: (count) => `${counted(count, "place or group", "places or groups")} closed for a time`,
      reopened: (count) => `${counted(count, "place or group", "places or groups")} opened again`,
    },
  },
  until: (name, date) => `${name} (until ${date})`,
} satisfies ChangesWords;
