import { counted, list, nameCounty, noBreak } from "./en-grammar.ts";
import type { PlacesWords } from "./places-words.ts";

export const enPlaces: PlacesWords = {
  tile: (name, inPerson) =>
    `${name}: ${inPerson === 0 ? "by phone and online only" : `${counted(inPerson, "in-person meeting", "in-person meetings")} a week`}`,
  has: ({ lines, centers, others, inPerson }) =>
    list.comma(
      [
        counted(lines, "phone line", "phone lines"),
        counted(centers, "recovery center", "recovery centers"),
        counted(others, lines + centers === 0 ? "program" : "other program", lines + centers === 0 ? "programs" : "other programs"),
        `${counted(inPerson, "in\u2011person meeting", "in\u2011person meetings")} ${noBreak("a week")}`,
      ].filter((said) => !said.startsWith("0 ")),
    ) || "Nothing of its own that we know of",
  mapLabel: "Where meetings are held in person",
  mapKey:
    "The stronger its color, the more meetings a state has in person. A state with no color has meetings by phone and online only. The list has the same numbers.",
  meetings: (name) => `Meetings in ${name}`,
  title: "By state",
  description: "Phone lines, recovery centers and groups in each state, and what works in every state.",
  placeDescription: (state) => `Phone lines, groups and recovery centers in ${state}, and lines that answer in every state.`,
  county: nameCounty,
  elsewhere: "Elsewhere",
  ownHeading: (where) => `Only ${where}`,
  someHeading: "For one trouble or one line of work",
  whoToCall: (where) => `Who to call ${where}`,
  noLine: (where) => `We don’t know of a local line ${where} that is sure to answer. These answer in every state:`,
  nothingSure: (where, unconfirmed) =>
    unconfirmed === 0
      ? `We don’t know of anything that is only ${where} yet.`
      : `We could not confirm what there is ${where}, so call first.`,
  nationwide: "In every state, easiest to reach first",
  all: (state) => `Everything that serves ${state}, with filters`,
};
