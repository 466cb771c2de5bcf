import type { DeskFeedsWords } from "./desk-feeds-words.ts";
import { counted, digits } from "./en-grammar.ts";

function ago(hours: number): string {
  if (hours < 1) return "less than an hour ago";
  return hours < 48 ? `${counted(hours, "hour", "hours")} ago` : `${counted(Math.floor(hours / 24), "day", "days")} ago`;
}

/** Feeds at the desk in English. */
export const enDeskFeeds = {
  title: "Feeds",
  lead: "A feed is a list of meetings that a fellowship keeps and this site reads. Whoever runs the server adds and removes them; here you see how each is doing.",
  none: "No feed has been added yet.",
  unreadable: (problem) => `The list of feeds on the server can’t be read: ${problem}`,
  state: { fine: "All right", off: "Switched off", byHand: "Brought in by hand" },
  never: "Never came",
  came: (date, hours) => `${date}, ${ago(hours)}`,
  failed: (times, problem) =>
    `${times === 1 ? "Failed the last time" : `Failed ${digits(times)} times in a row`}${problem === null ? "" : `: ${problem}`}`,
  facts: {
    id: "Its id",
    program: "Program",
    meetings: "Meetings from it",
    address: "Where it is read from",
    site: "Its people’s site",
    zone: "Time zone, where a meeting names none",
    region: "Region",
    contact: "Whom to ask",
    licence: "What allows its use",
    asked: "Who said yes",
    came: "Last came",
    next: "Next visit",
  },
  notInList: "It is not in the server’s list of feeds: its meetings were brought in by hand, or it has been taken out.",
  off: "It is switched off, so it is read only by hand.",
  next: {
    byHand: "Only by hand",
    soon: "With the next refresh",
    at: (date, time) => `About ${time}, ${date}`,
  },
  trouble: "What is wrong",
  failures: (times, date) => {
    const failed =
      times === 1
        ? `It failed on ${date}, the last time that it was asked for.`
        : `It has failed ${digits(times)} times in a row, last on ${date}.`;
    return `${failed} The last good meetings are still shown.`;
  },
  held: "The feed came, and nothing of it was taken over. Look whether it is right:",
  commandLead: {
    held: "Whoever runs the server sees what would change with the first command, and takes it over with the second:",
    failed: "Whoever runs the server sees what comes with the first command, and asks for the feed again at once with the second:",
    update: "Whoever runs the server can ask for it at once:",
    file: "Whoever runs the server brings it up to date from a file:",
  },
  report: (date) => `The last import, ${date}`,
  counts: ({ added, changed, unchanged, removed, refused }) =>
    `${digits(added)} added, ${digits(changed)} changed, ${digits(unchanged)} unchanged, ${digits(removed)} removed, ${digits(refused)} refused.`,
  refused: (count) => `Records that could not be read: ${digits(count)}`,
  more: (count) => `… and ${digits(count)} more.`,
  repaired: (kind, count, examples) => `Put right: ${kind}, ${counted(count, "time", "times")} (${examples})`,
  notRead: (field, count) => `Not read: “${field}” of ${counted(count, "record", "records")}`,
  earlier: "Imports before that",
  unlisted: (count) => `${counted(count, "meeting", "meetings")} taken off this site`,
  back: "All feeds",
} satisfies DeskFeedsWords;
