import type { Document } from "../../library/document.ts";
import { hasRoom } from "../../meetings/join.ts";
import type { Meeting } from "../../meetings/meeting.ts";
import { isLine } from "../../programs/may-be-gone.ts";
import type { Contact, Program } from "../../programs/program.ts";
import type { Context } from "../../site/site.ts";
import { writeAddress } from "../../words/addresses.ts";
import { inLanguage } from "../../words/languages.ts";
import type { WrongKind } from "../../words/reports-words.ts";
import { addressTown } from "../meetings/room.ts";
import { sayTimes } from "../meetings/times.ts";
import { contactView } from "../programs/contacts.ts";

/** Something that may be wrong with a listing. */
export interface Choice {
  /** The path of the field in the listing, such as `contacts[2].value`; "other" for everything else. */
  field: string;
  kind: WrongKind;
  /** The value in the listing, as the desk compares it; null if there is none. */
  wrong: string | null;
  /** The same value as readers see it. */
  present: string | null;
  /** The right value, if it is implied by the choice. */
  right: string | null;
}

const other: Choice = { field: "other", kind: "other", wrong: null, present: null, right: null };

/** Returns what may be wrong with a program, most important first. */
export function programChoices(context: Context, program: Program): Choice[] {
  const { reports, card } = context.words;
  const isClosed = program.status === "closed";
  const contacts = program.contacts.map((contact, at) => contactChoice(context, program, contact, at));
  const isNumber = ({ kind }: Choice) => kind === "number";
  const said = { active: reports.openNow, unconfirmed: card.unconfirmed, closed: reports.closedNow };
  const status = { field: "status", wrong: program.status, present: said[program.status] };
  return [
    ...contacts.filter(isNumber),
    isClosed ? { ...status, kind: "reopened", right: "active" } : { ...status, kind: "closed", right: "closed" },
    ...placeChoices(program),
    ...hoursChoices(context, program),
    ...contacts.filter((choice) => !isNumber(choice)),
    other,
  ];
}

const kindOf: Record<Contact["kind"], WrongKind> = {
  call: "number",
  tty: "number",
  text: "number",
  chat: "chat",
  email: "email",
  address: "address",
  site: "link",
  finder: "link",
  about: "link",
};

function contactChoice(context: Context, program: Program, contact: Contact, at: number): Choice {
  const kind = kindOf[contact.kind];
  const present = kind === "number" ? contactView(context, contact, program).label : writeAddress(contact.value);
  return { field: `contacts[${at}].value`, kind, wrong: contact.value, present, right: null };
}

/** Offered only without a street address, which is more precise than the town. */
function placeChoices({ place, contacts }: Program): Choice[] {
  if (place === null || contacts.some(({ kind }) => kind === "address")) return [];
  return [{ field: "place", kind: "place", wrong: place, present: place, right: null }];
}

/**
 * Returns a choice for each distinct set of hours, however many contacts share it; if there are none, one for the missing hours of the
 * first line.
 */
function hoursChoices({ words }: Context, { contacts }: Program): Choice[] {
  const said = contacts.map(({ hours }) => hours?.words.en ?? null);
  const choices = contacts.flatMap(({ hours }, at) =>
    hours !== null && said.indexOf(hours.words.en) === at ? [hoursChoice(at, hours.words.en, inLanguage(hours.words, words.language))] : [],
  );
  const line = contacts.findIndex(({ kind }) => isLine(kind));
  return choices.length === 0 && line >= 0 ? [hoursChoice(line, null, words.reports.noHours)] : choices;
}

function hoursChoice(at: number, wrong: string | null, present: string): Choice {
  return { field: `contacts[${at}].hours`, kind: "hours", wrong, present, right: null };
}

/** Returns what may be wrong with a guide or a study. */
export function documentChoices({ links, citation }: Document): Choice[] {
  return [
    ...links.map(
      ({ url }, at): Choice => ({ field: `links[${at}].url`, kind: "link", wrong: url, present: writeAddress(url), right: null }),
    ),
    { field: "citation", kind: "citation", wrong: citation, present: citation, right: null },
    other,
  ];
}

/** Returns whether the meeting takes place, in the words of its page. */
function presentState({ words }: Context, join: Meeting["join"]): string {
  return join === "paused" ? words.meetings.join.paused : words.reports.meetsNow;
}

/** Returns what may be wrong with a meeting. */
export function meetingChoices(context: Context, meeting: Meeting): Choice[] {
  const { join, phone, online, place } = meeting;
  const times = sayTimes(meeting, context.words).join("; ");
  const where = hasRoom(meeting) ? [place.name, place.street, addressTown(meeting)].filter(Boolean).join(", ") : "";
  const held = (field: string, kind: WrongKind, value: string): Choice => ({ field, kind, wrong: value, present: value, right: null });
  return [
    { field: "status", kind: "ended", wrong: join, present: presentState(context, join), right: "closed" },
    held("occurrences", "times", times),
    ...(where === "" ? [] : [held("place", "place", where)]),
    ...(phone === null ? [] : [held("phone.number", "number", phone.number)]),
    ...(online === null ? [] : [{ ...held("online.url", "link", online.url), present: writeAddress(online.url) }]),
    other,
  ];
}
