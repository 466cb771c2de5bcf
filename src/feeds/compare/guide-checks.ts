// cspell:ignore presencial
import { formatsOf } from "../../meetings/join.ts";
import { privateText } from "../reader.ts";
import { readState } from "../values/address.ts";
import { excerpt } from "../values/text.ts";
import {
  type Check,
  type Compared,
  eachIn,
  firstOf,
  ifRepaired,
  lettersOf,
  notesKept,
  notKept,
  type Reason,
  squash,
  textIn,
  valueIn,
} from "./field-check.ts";
import { placeChecks } from "./place-checks.ts";
import { dayCheck, endCheck, lengthCheck, listedCheck, startCheck } from "./time-checks.ts";

/** How each field of the Meeting Guide is compared. */

const isLink = ifRepaired("link", "the link is put right, or is none that anybody may follow");

/** Explains how one joins where that differs from what the record states. */
const joinReason: Reason = (_value, { meeting, repairs }) => {
  const closing = repairs.find(({ kind }) => kind === "join");
  if (closing) return `it says “${closing.was}”`;
  const { place, online, phone } = meeting;
  const given = [place.street ?? place.name ?? place.city, online && "a link", phone && "a number"].filter(Boolean);
  return `decided by what it gives: ${given.join(", ") || "nothing to go to, follow or call"}`;
};

const joinCheck: Check = (value, compared) => {
  const said = squash(value).toLowerCase();
  const { join, online, phone } = compared.meeting;
  const formats = formatsOf(join, { url: online !== null, phone: phone !== null });
  const isSame =
    (/person|presencial/.test(said) && !/hybrid|online/.test(said) && join === "in-person") ||
    (/hybrid|both/.test(said) && join === "hybrid") ||
    (/online|virtual|zoom|phone/.test(said) && !/person/.test(said) && formats.length > 0 && !formats.includes("in-person")) ||
    (/inactive|closed|suspended|paused/.test(said) && join === "paused");
  return isSame ? null : { kept: join, why: joinReason(value, compared) };
};

/** Reports codes that no table knows; the meanings of the others are kept as types, languages and ways to join. */
const typesCheck: Check = (value, { meeting, repairs }) => {
  const kept = [...meeting.types, ...meeting.otherTypes, ...meeting.languages].join(", ");
  // A list sent as one text is reported too, as it came.
  const isList = meeting.types.length + meeting.otherTypes.length > 0;
  const reported = repairs.filter(({ kind, was }) => kind === "types" && !(isList && was === excerpt(value)));
  const unknown = reported.map(({ was }) => was);
  return unknown.length === 0 ? null : { kept, why: `no table knows ${unknown.join(", ")}` };
};

const numberCheck: Check = (value, { meeting, repairs }) => {
  const said = squash(value);
  const digits = (text: string) => text.replace(/\D/g, "");
  const kept = meeting.phone?.number ?? null;
  const rest = kept === null ? said : said.replace(kept, "").replace(/^(?:tel|phone):/i, "");
  if (kept !== null && !/[\p{L}\d]/u.test(rest)) return null;
  const places = [meeting.phone?.notes, meeting.notes, meeting.online?.notes].flatMap((text) => (text ? lettersOf(text) : []));
  const isInWords = rest.split(/[,;]/).every((part) => places.some((text) => text.includes(lettersOf(part))));
  const keptAs = [kept, meeting.phone?.notes].filter(Boolean).join(", ") || null;
  if (isInWords) return kept === null ? { kept: keptAs, why: "no number to call: its words are in the notes" } : null;
  if (kept !== null && digits(said).includes(digits(kept)))
    return { kept: keptAs, why: "the number, and what is said beside it as far as it is nobody's" };
  return {
    kept: keptAs,
    why: repairs.some(({ kind }) => kind === "privacy") ? "privacy: it leads to one person" : "no number that can be called",
  };
};

/** A number without an access code beside it counts as a person's. */
const numberOfPerson: Check = (value, compared) =>
  compared.fields["access_code"]
    ? numberCheck(value, compared)
    : { kept: null, why: "privacy: a number without an access code may be one person's" };

const linkCheck: Check = (value, compared) => {
  const { online, url, phone } = compared.meeting;
  const said = squash(value);
  if (online?.url === said || url === said) return null;
  const why = firstOf(isLink, () => (phone !== null ? "a number, and no link" : null))(value, compared);
  return { kept: online?.url ?? url ?? phone?.number ?? null, why: why ?? (/^https?:/i.test(said) ? null : "no link") };
};

const idCheck = valueIn(
  ({ id }) => id,
  (said, kept) => kept?.endsWith(`-${said}`) === true,
  (value) => (privateText(value) === null ? "it looks like somebody's address: name, day and time make the id" : null),
  (value, { meeting }) =>
    lettersOf(meeting.id).includes(lettersOf(privateText(value) ?? "").slice(0, maxOfId))
      ? "made into an id of small letters, at most 80 long, that is one of a kind"
      : null,
  ifRepaired("slug", "made into an id that is one of a kind"),
);

/** How many characters of an id remain whatever is appended. */
const maxOfId = 50;

const languageCheck = eachIn(
  ({ languages, otherTypes }) => [...languages, ...otherTypes],
  () => "read as these languages",
);

const dayKept = (said: string, kept: string | null) => kept !== null && said.startsWith(kept);

export const guideChecks: Readonly<Record<string, Check>> = {
  slug: idCheck,
  id: (value, compared) => (compared.fields["slug"] ? null : idCheck(value, compared)),
  name: textIn(
    "name",
    ({ name }) => [name],
    ifRepaired("name", "the number that Al-Anon gives its groups is left out"),
    (value) => (squash(value).length > 200 ? "cut at 200 characters" : null),
  ),
  group: textIn("group", ({ group, areas }) => [group, ...areas]),
  day: dayCheck(0),
  time: startCheck,
  end_time: endCheck,
  duration: lengthCheck,
  times: listedCheck,
  timezone: valueIn(
    ({ zone }) => zone?.name ?? null,
    (said, kept) => said === kept,
    ifRepaired("zone", "the zone as IANA names it, or none that there is"),
  ),
  types: typesCheck,
  features: notKept,
  communities: notKept,
  notes: textIn("notes", notesKept),
  group_notes: textIn("group_notes", notesKept),
  conference_url: linkCheck,
  conference_url_notes: textIn(
    "conference_url_notes",
    (meeting) => [...notesKept(meeting), meeting.online?.url],
    (_value, { meeting }) => (meeting.online?.url.startsWith("https://zoom.us/j/") ? "the number of a room is its link" : null),
  ),
  conference_phone: numberCheck,
  conference_phone_notes: textIn("conference_phone_notes", notesKept),
  phone: (value, compared) => (compared.fields["conference_phone"] ? null : numberOfPerson(value, compared)),
  access_code: textIn("access_code", notesKept, (_value, { meeting }) =>
    meeting.phone === null ? "no number to join by is beside it" : null,
  ),
  attendance_option: joinCheck,
  online: notKept,
  url: linkCheck,
  updated: valueIn(
    ({ updated }) => updated,
    dayKept,
    (_value, { meeting }) => (meeting.updated === null ? "no day that there is" : "read as this day"),
  ),
  language: languageCheck,
  languages: languageCheck,
  archived: notKept,
  am_pm: notKept,
  next_event: (_value, { meeting }: Compared) =>
    meeting.occurrences.length > 0 ? null : { kept: null, why: "no moment that can be read, or no zone" },
  ...placeChecks({
    ...{ name: "location", street: "address", city: "city", state: "state", zip: "postal_code", country: "country" },
    ...{
      notes: ["location_notes"],
      areas: ["region", "sub_region", "regions", "sub_regions", "district", "sub_district", "area", "neighborhood", "county"],
    },
  }),
  formatted_address: addressCheck,
  approximate: (value, { meeting }) =>
    /^(?:yes|true|1)$/i.test(squash(value)) === meeting.place.approximate
      ? null
      : {
          kept: String(meeting.place.approximate),
          why: meeting.place.street === null ? "without a street or a building nobody knows where" : "there is a street",
        },
};

/** Checks that each word of a one-line address is kept in some part of the place. Words for the US may be missing. */
function addressCheck(value: unknown, compared: Compared): ReturnType<Check> {
  const { name, street, city, state, zip, country } = compared.meeting.place;
  const parts = [name, street, city, state, zip, country].filter((part) => part !== null);
  const kept = parts.join(", ") || null;
  const words = parts.map(lettersOf).join(" ");
  const missing = squash(value)
    .split(/[\s,]+/)
    .filter((word) => lettersOf(word) !== "" && !words.includes(lettersOf(word)))
    .filter((word) => !/^u\.?s\.?a?\.?$|^united$|^states$/i.test(word) && !(zip !== null && word.startsWith(zip)));
  if (missing.length === 0 || (state !== null && readState(missing.join(" ")) === state)) return null;
  if (country !== null && country !== "US") return { kept, why: "abroad: only street, town and country are kept" };
  const own = ["address", "city", "state", "postal_code"].filter((field) => compared.fields[field]);
  if (own.length > 0) return { kept, why: `its own ${own.join(", ")} go first` };
  return {
    kept,
    why: firstOf(ifRepaired("privacy", "privacy: it leads to one person"), ifRepaired("text", "tags, entities or odd letters"))(
      value,
      compared,
    ),
  };
}
