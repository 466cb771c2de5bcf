import type { Meeting } from "../../../meetings/meeting.ts";
import type { Report } from "../../../reports/report.ts";
import type { Context } from "../../../site/site.ts";
import { sayDate } from "../../../words/dates.ts";
import type { DeskMeetingsWords } from "../../../words/desk-meetings-words.ts";
import type { Words } from "../../../words/words.ts";
import { programName } from "../../meetings/row.ts";
import { meetingChoices } from "../../reports/choices.ts";

/** A field of a meeting: what its list says, and what a reader says. */
export interface MeetingField {
  term: string;
  list: string;
  /** Null if the reader says nothing about it. */
  reader: string | null;
}

type Reported = Pick<Report, "field" | "wrong" | "right">;

/**
 * Returns the fields of a meeting, and what a report says about one of them; a field missing from its list is included only if the report
 * is about it.
 */
export function meetingFields(context: Context, meeting: Meeting, report: Reported | null): MeetingField[] {
  const { words } = context;
  const terms = words.deskMeetings.fields;
  const choices = meetingChoices(context, meeting).filter(({ field }) => field !== "other");
  const said = choices.map(({ field, present }) => fieldOf(words, field, present, report));
  const isMissing = report !== null && report.field !== "other" && choices.every(({ field }) => field !== report.field);
  const rest: [string, string | null][] = [
    [terms.program, programName(context, meeting.program)],
    [terms.notes, meeting.notes],
    [terms.updated, meeting.updated && sayDate(meeting.updated, words)],
  ];
  return [
    ...said,
    ...(isMissing ? [fieldOf(words, report.field, words.deskListing.history.nothing, report)] : []),
    ...rest.flatMap(([term, list]) => (list === null ? [] : [{ term, list, reader: null }])),
  ];
}

function fieldOf(words: Words, field: string, present: string | null, report: Reported | null): MeetingField {
  const list = present ?? words.deskListing.history.nothing;
  return { term: sayMeetingField(words, field), list, reader: report?.field === field ? readerSays(words, report) : null };
}

/** Returns a reported field in words; "Something else" if there is no such field. */
export function sayMeetingField({ deskMeetings }: Words, field: string): string {
  return isField(deskMeetings.fields, field) ? deskMeetings.fields[field] : deskMeetings.fields.other;
}

function isField(fields: DeskMeetingsWords["fields"], field: string): field is keyof DeskMeetingsWords["fields"] {
  return Object.hasOwn(fields, field);
}

/** Returns what a reader says about the field; for a meeting that has ended, that is not a value. */
export function readerSays({ deskMeetings, reports }: Words, { field, right }: Reported): string {
  if (field === "status") return reports.wrong.ended;
  return right ?? deskMeetings.isWrong;
}

/** Returns what the list said at the time of the report, if it says something else now; null if it still says the same. */
export function saidThen(context: Context, meeting: Meeting | null, { field, wrong }: Reported): string | null {
  if (wrong === null) return null;
  const now = meeting && meetingChoices(context, meeting).find((choice) => choice.field === field);
  if (now?.wrong === wrong) return null;
  const join = Object.entries(context.words.meetings.join).find(([id]) => field === "status" && id === wrong);
  return join?.[1] ?? wrong;
}
