import type { Said } from "../meetings/count-said.ts";
import { printable } from "./printable.ts";
import type { Dialect } from "./records/dialect.ts";
import { otherNamesOf } from "./records/field-names.ts";
import type { FoundRecords } from "./records/read.ts";
import type { Survey } from "./records/survey.ts";
import type { FeedReport } from "./report.ts";

/** Reasons to hold a readable feed: it has so much less than before, or than any list of meetings, that something must be wrong with it. */

/** If more than this share of a feed disappears at once, it is more likely broken than that so many groups have closed. */
const maxRemovedShare = 0.3;

/** If more than this share of what meetings said disappears at once, a column was more likely renamed than so much changed. */
const maxLostShare = 0.5;

/** Fewer values than this may well disappear at once, unless all meetings had one. */
const minHad = 3;

const cure = "Nothing was changed; if it is right, import it with --force.";

/** Whether a feed could be read but was held, judging by its recorded problem. */
export function isHeld(problem: string): boolean {
  return problem.endsWith(cure);
}

/** What an import found, before and after. */
interface Comparison {
  dialect: Dialect;
  survey: Survey;
  report: FeedReport;
  before: Said;
  after: Said;
}

/** Returns why records are held before they are parsed, in sentences; null if they may be imported. */
export function holdRecords({ records, morePages }: FoundRecords): string | null {
  if (morePages !== null)
    return `The feed is one page of several: its “${morePages}” leads to the next one, so most of its meetings are missing. Ask for all of them at once (a larger page size, or another export). ${cure}`;
  if (records.length > 0) return null;
  return `The feed's list is empty. An aggregator of BMLT answers so where it is asked without a filter: add one to its address, such as services=… or a state (meeting_key=location_province&meeting_key_value[]=MT&meeting_key_value[]=Montana). ${cure}`;
}

/** Returns why the changes of a feed are held, in sentences; null if they may be made. */
export function holdLosses(comparison: Comparison): string | null {
  const reason = noMeetings(comparison) ?? noSchedules(comparison) ?? removedMeetings(comparison) ?? lostValues(comparison);
  return reason && printable(`${reason} ${cure}`);
}

/** Applies if every record was refused. */
function noMeetings({ after, report: { refused, refusedCount }, survey }: Comparison): string | null {
  const [first] = refused;
  if (after.meetings > 0 || first === undefined) return null;
  return `None of the feed's ${refusedCount} records is a meeting; of the first: ${first.reason}. ${seen(survey)}`;
}

/** Applies if the feed had no meetings before and has no times now. */
function noSchedules({ before, after, dialect, survey }: Comparison): string | null {
  if (before.meetings > 0 || after.meetings === 0 || after.schedules > 0) return null;
  return `None of the feed's ${after.meetings} records has a day and a time, so they may be no meetings. ${seen(survey)} Looked for: ${lookedFor("schedules", dialect)}.`;
}

function removedMeetings({ report: { removed, changed, unchanged } }: Comparison): string | null {
  const had = removed + changed + unchanged;
  if (removed <= had * maxRemovedShare) return null;
  return `This would remove ${removed} of the feed's ${had} meetings, more than ${maxRemovedShare * 100}%.`;
}

type Kind = Exclude<keyof Said, "meetings">;

/** The name of each kind of value, and the fields that it is read from. */
const kinds: Record<Kind, { name: string; fields: Record<Dialect, readonly string[]> }> = {
  schedules: { name: "days and times", fields: { "meeting-guide": ["day", "time"], bmlt: ["weekday_tinyint", "start_time"] } },
  addresses: { name: "streets", fields: { "meeting-guide": ["address", "formatted_address"], bmlt: ["location_street"] } },
  towns: {
    name: "towns",
    fields: { "meeting-guide": ["city", "formatted_address", "postal_code"], bmlt: ["location_municipality", "location_postal_code_1"] },
  },
  points: { name: "coordinates", fields: { "meeting-guide": ["latitude", "longitude"], bmlt: ["latitude", "longitude"] } },
  links: { name: "links to join", fields: { "meeting-guide": ["conference_url"], bmlt: ["virtual_meeting_link"] } },
  phones: { name: "numbers to call", fields: { "meeting-guide": ["conference_phone"], bmlt: ["phone_meeting_number"] } },
};

const everyKind = Object.keys(kinds) as Kind[];

function lostValues({ before, after, dialect, survey }: Comparison): string | null {
  const lost = everyKind.filter((kind) => isLost(before, after, kind));
  if (lost.length === 0) return null;
  const losses = lost.map(
    (kind) => `${kinds[kind].name} (${before[kind]} of ${before.meetings} meetings had them, now ${after[kind]} of ${after.meetings})`,
  );
  const missing = [...new Set(lost.flatMap((kind) => missingFields(kind, dialect, survey)))];
  const columns =
    missing.length > 0 ? `No column is read as ${missing.join(" or ")}.` : "Their columns are there, but what they say cannot be read.";
  return `The feed has lost its ${losses.join("; ")}. ${columns} ${unknown(survey)}`;
}

function isLost(before: Said, after: Said, kind: Kind): boolean {
  if (after.meetings === 0 || before[kind] === 0 || (before[kind] < minHad && before[kind] < before.meetings)) return false;
  return after[kind] / after.meetings < (before[kind] / before.meetings) * (1 - maxLostShare);
}

function missingFields(kind: Kind, dialect: Dialect, { seen }: Survey): string[] {
  const missing = kinds[kind].fields[dialect].filter((field) => !seen.includes(field));
  return missing.map((field) => (dialect === "bmlt" ? field : otherNamesOf(field)));
}

function lookedFor(kind: Kind, dialect: Dialect): string {
  return kinds[kind].fields[dialect].map((field) => (dialect === "bmlt" ? field : otherNamesOf(field))).join(" and ");
}

const maxNamed = 20;

const quoted = (names: readonly string[]) =>
  names
    .slice(0, maxNamed)
    .map((name) => `“${name.slice(0, 60)}”`)
    .join(", ") + (names.length > maxNamed ? ` and ${names.length - maxNamed} more` : "");

function seen({ seen }: Survey): string {
  return seen.length === 0 ? "They have no columns." : `Columns seen: ${quoted(seen)}.`;
}

function unknown({ unread }: Survey): string {
  return unread.length === 0 ? "There is no unknown column." : `Columns that nobody knows: ${quoted(unread.map(({ field }) => field))}.`;
}
