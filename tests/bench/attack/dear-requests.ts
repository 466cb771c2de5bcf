import { documentCollection } from "../../../src/library/facets.ts";
import { meetingCollection } from "../../../src/meetings/facets.ts";
import { programCollection } from "../../../src/programs/facets.ts";
import type { Collection } from "../../../src/search/collection.ts";
import { vocabulary } from "../../support/vocabulary.ts";

/** A request that is meant to cost much. `path` makes another one of the kind for each number, so that none comes out of a cache. */
export interface DearRequest {
  what: string;
  path: (number: number) => string;
}

const meetings = meetingCollection(vocabulary, []);
const programs = programCollection(vocabulary);
const library = documentCollection(vocabulary);

/** The longest address that a server takes is 128 KB: so many marks, percent-encoded. */
const manyMarks = 20_800;
/** Marks that belong in the opposite order: putting them right takes time by the square of their number. */
const marks = (number: number) => encodeURIComponent(`a${"\u0301".repeat(manyMarks / 2)}${"\u0316".repeat(manyMarks / 2 - number)}`);

// cspell:ignore sprngfel

const unknownWords = [
  ...["serenty", "gratitde", "cottnwood", "lantrn", "prairy", "bluegras", "noonrs", "comunity"],
  ...["libary", "churhc", "grainge", "courthuse", "sundown1", "speakr", "meetng", "frendship"],
];
const typos = (count: number, number: number) =>
  unknownWords
    .map((word) => `${word}${letters(number)}`)
    .slice(0, count)
    .join("+");
const commonWords = "sunrise+serenity+road+hope+step+women+nooners+grain+door+water+simple+gratitude+attitude+purpose+happy+lantern";
/** A number as letters, because a word with a digit is no typo. */
const letters = (number: number) => String.fromCharCode(97 + (number % 26));

/** So many values that nobody knows for each facet of a list. */
function unknownValues({ facets }: Pick<Collection, "facets">, count: number, ending: string): string {
  return facets.flatMap(({ name }) => Array.from({ length: count }, (_, at) => `${name}=x${at}${ending}`)).join("&");
}

function everyValue({ facets }: Pick<Collection, "facets">): string {
  return facets.flatMap(({ name, values }) => values.map(({ id }) => `${name}=${id}`)).join("&");
}

const long = "y".repeat(56);

/** The dearest requests that could be thought of. */
export const dearRequests: readonly DearRequest[] = [
  { what: "meetings, 40 unknown values a facet", path: (n) => `/meetings?${unknownValues(meetings, 40, letters(n))}` },
  { what: "meetings, 40 unknown long values a facet", path: (n) => `/meetings?${unknownValues(meetings, 40, long + letters(n))}` },
  {
    what: "meetings in JSON, 40 unknown long values a facet",
    path: (n) => `/meetings.json?${unknownValues(meetings, 40, long + letters(n))}`,
  },
  { what: "a calendar, 40 unknown long values a facet", path: (n) => `/meetings.ics?${unknownValues(meetings, 40, long + letters(n))}` },
  { what: "programs, 40 unknown long values a facet", path: (n) => `/programs?${unknownValues(programs, 40, long + letters(n))}` },
  {
    what: "programs in JSON, 40 unknown long values a facet",
    path: (n) => `/programs.json?${unknownValues(programs, 40, long + letters(n))}`,
  },
  { what: "library, 40 unknown long values a facet", path: (n) => `/library?${unknownValues(library, 40, long + letters(n))}` },
  { what: "every value of meetings", path: (n) => `/meetings?page=${n}&${everyValue(meetings)}` },
  { what: "every value of meetings in JSON", path: (n) => `/meetings.json?page=${n}&${everyValue(meetings)}` },
  { what: "every value of programs in JSON, with words", path: (n) => `/programs.json?page=${n}&q=help&${everyValue(programs)}` },
  { what: "q of 20,800 marks", path: (n) => `/meetings?q=${marks(n)}` },
  { what: "near of 20,800 marks", path: (n) => `/meetings?near=${marks(n)}` },
  { what: "tz of 20,800 marks", path: (n) => `/meetings?tz=${marks(n)}&page=${n}` },
  { what: "a choice of 20,800 marks", path: (n) => `/programs?help=${marks(n)}` },
  { what: "1,000 parameters", path: (n) => `/meetings?page=${n}&${Array.from({ length: 1000 }, (_, at) => `type=z${at}`).join("&")}` },
  { what: "q of 5,000 words", path: (n) => `/meetings?page=${n}&q=${Array.from({ length: 5000 }, (_, at) => `word${at}`).join("+")}` },
  { what: "16 typos, meetings", path: (n) => `/meetings?q=${typos(16, n)}` },
  { what: "16 typos, programs", path: (n) => `/programs?q=${typos(16, n)}` },
  { what: "3 words and 12 typos as a calendar", path: (n) => `/meetings.ics?q=church+meeting+serenity+${typos(12, n)}` },
  { what: "16 common words that nothing has together", path: (n) => `/meetings?page=${n}&q=${commonWords}` },
  { what: "a word that a tenth of all have, by name", path: (n) => `/meetings?q=sunrise&sort=name&page=${400 + n}` },
  { what: "page 100,000", path: (n) => `/meetings?page=100000&q=road+${letters(n)}` },
  { what: "page 400, soonest", path: (n) => `/meetings?page=${400 + n}` },
  {
    what: "500 meetings as a calendar",
    path: (n) => `/meetings.ics?sort=${n % 2 ? "name" : "soonest"}&day=monday&day=friday&time=${["morning", "evening", "night"][n % 3]}`,
  },
  { what: "an unknown county", path: (n) => `/meetings?near=zz${letters(n)}+county` },
  { what: "an unknown town in a state", path: (n) => `/meetings?near=Sprngfel${letters(n)},+TX` },
  { what: "an unknown town", path: (n) => `/meetings?near=Sprngfel${letters(n)}` },
  { what: "an unknown ZIP code", path: (n) => `/meetings?near=0000${n}` },
  { what: "200 miles round New York, with words", path: (n) => `/meetings?near=1000${n}&within=200&q=serenity` },
  { what: "a place that takes every radius", path: (n) => `/meetings?near=9691${n}&within=25&q=zzzz` },
  { what: "a program near an unknown county", path: (n) => `/programs/alcoholics-anonymous?near=zz${letters(n)}+parish` },
  { what: "programs explained, 16 words", path: (n) => `/programs.json?explain=1&page=${n}&q=${commonWords}` },
  { what: "a town that is not among programs", path: (n) => `/programs?q=sprngfel${letters(n)}+${typos(10, n)}` },
  { what: "a state's meetings by county and town", path: (n) => `/places/${["TX", "CA", "NY", "PA"][n % 4]}` },
];
