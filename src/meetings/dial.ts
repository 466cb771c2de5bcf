// cspell:ignore accès contraseña código reunión digite ingrese presione acceso
import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import { sayNumber } from "../words/numbers.ts";
import type { Meeting } from "./meeting.ts";

/** How to join a meeting by phone: the number to call, and what to key in once the call is answered. */
export interface Dial {
  /** As people write it: "312-626-6799", "+44 20 3481 5237". */
  number: string;
  /** Two-letter country code if the call leaves the United States, otherwise null. */
  country: string | null;
  /** Codes to key in, in this order, each followed by "#": "850 1126 9892", then the passcode "040728". */
  codes: string[];
  extension: string | null;
  /** Dial string for a phone: "+13126266799,,85011269892#,,,,*040728#". Commas are pauses. */
  dialed: string;
}

type JoinFacts = Pick<Meeting, "phone" | "online">;

/** Returns how to dial in; null without a number, or if it cannot be called from anywhere (seven digits lack the area code). */
export function dialOf({ phone, online }: JoinFacts): Dial | null {
  if (!phone) return null;
  const [written = "", ...pauses] = splitAtPause(wholeNumber(phone));
  const called = readNumber(written);
  if (!called) return null;
  const extension = phone.notes?.match(/^(?:x|ext|extension)\.? ?(\d{1,6})\b/i)?.[1] ?? null;
  const keyed = pauses
    .join("")
    .replaceAll(";", ",")
    .replace(/[^\d,*#]/g, "");
  return {
    ...called.view,
    codes: codesOf(keyed, { phone, online }).map(inGroups),
    extension,
    dialed: called.number + (keyed || (extension === null ? "" : `,,${extension}`)),
  };
}

/** Returns the `tel:` link. "#" is escaped: in an address it would begin a fragment, and the code would be lost. */
export function dialUrl({ dialed }: Dial): string {
  return `tel:${dialed.replaceAll("#", "%23")}`;
}

/** Joins a code that was written in groups: a number "…,,850" and a note "1126 9892#" belong together. */
function wholeNumber({ number, notes }: NonNullable<Meeting["phone"]>): string {
  const rest = /,\d+$/.test(number) ? notes?.match(/^[\d ]+#/)?.[0] : undefined;
  return rest === undefined ? number : number + rest.replaceAll(" ", "");
}

function splitAtPause(number: string): string[] {
  const pause = number.search(/[,;]/);
  return pause < 0 ? [number] : [number.slice(0, pause), number.slice(pause)];
}

const usNumber = /^\+1[2-9]\d{2}[2-9]\d{6}$/;

/** Countries and territories where a call costs the same as within the states. */
const unitedStates = ["US", "PR", "VI", "GU", "AS", "MP"];

function readNumber(written: string): { number: string; view: Pick<Dial, "number" | "country"> } | null {
  const parsed = parsePhoneNumberFromString(withCountryCode(written), "US");
  if (!parsed) return null;
  const { number, country = "US" } = parsed;
  // An area code may be newer than the library's metadata.
  if (!(parsed.isValid() || usNumber.test(number))) return null;
  const view = { number: usNumber.test(number) ? sayNumber(number) : parsed.formatInternational() };
  return { number, view: { ...view, country: unitedStates.includes(country) ? null : country } };
}

/**
 * Adds a missing country code: "+3017158592" means +1 301 715 8592, but as written it would dial Greece. Spaces elsewhere, as in "+47 21 40
 * 60 00", indicate a foreign number.
 */
function withCountryCode(written: string): string {
  const ten = written
    .match(/^\+\(?(\d{3})\)?[ .-]?(\d{3})[ .-]?(\d{4})$/)
    ?.slice(1)
    .join("");
  const here = ten ? parsePhoneNumberFromString(`+1${ten}`) : undefined;
  return here?.isValid() && here.country === "US" ? here.number : written;
}

/** Returns the codes that the number dials after its pauses. What is missing is looked for in the notes beside the number, then in the link. */
function codesOf(keyed: string, { phone, online }: JoinFacts): string[] {
  const dialed = keyed
    .split(",")
    .map((code) => code.replace(/\D/g, ""))
    .filter((code) => code !== "");
  if (dialed.length > 1) return dialed;
  const ofPhone = codesIn(phone?.notes ?? null);
  const ofLink = codesIn(online?.notes ?? null);
  const own = dialed[0] ?? ofPhone.id;
  if (own !== null) return withPasscode(own, ofPhone.passcode ?? ofLink.passcode);
  if (ofPhone.passcode !== null) return [ofPhone.passcode];
  const room = ofLink.id ?? roomIn(online?.url ?? null);
  return room === null ? [] : withPasscode(room, ofLink.passcode);
}

const digits = String.raw`(\d(?:[ .-]?\d){3,11})(?!\w)`;
/** "Meeting ID: 850 1126 9892", "access code 884231#", "enter 884231". */
const idWords = new RegExp(
  String.raw`\b(?:(?:meeting|mtg|zoom|room|conference|reunión) ?(?:id|number|no\.?|code)|id|(?:access|participant|conference|dial-?in) ?(?:code|id|pin|number)|access|enter|key in|press|digite|ingrese|presione|código de acceso|code d['’]accès)(?!\p{L})[\s:=#.-]*(?:is )?${digits}`,
  "iu",
);
/** Nothing else in a note ends with "#", or begins with it: "884231#". */
const keyedIn = /(?<![\d,*.-])(\d(?:[ -]?\d){3,11}) ?#|^#(\d{4,12})(?!\d)/;
/** "Passcode: 040728", "PIN 1234". A passcode with letters cannot be keyed in on a phone. */
const passcodeWords =
  /\b(?:pass ?code|password|pass|pwd?|pin|code|contraseña|clave|código)\b[\s:=#.-]*(?:is )?(\d{2,4}(?: \d{2,4}){1,2}(?= ?#)|\d{3,10}(?!\w))/i;

function codesIn(notes: string | null): { id: string | null; passcode: string | null } {
  const id = notes?.match(idWords);
  const rest = id && notes ? notes.replace(id[0], " ") : notes;
  const passcode = rest?.match(passcodeWords)?.[1]?.replaceAll(" ", "") ?? null;
  const alone = id || passcode !== null ? null : notes?.match(keyedIn);
  return { id: (id?.[1] ?? alone?.[1] ?? alone?.[2])?.replace(/\D/g, "") ?? null, passcode };
}

function withPasscode(id: string, passcode: string | null): string[] {
  return passcode === null || passcode === id ? [id] : [id, passcode];
}

/** Returns the meeting ID in a Zoom link: Zoom rooms can also be called. */
function roomIn(url: string | null): string | null {
  return url?.match(/^https?:\/\/(?:[\w-]+\.)*zoom\.us\/j\/(\d{9,11})(?!\d)/)?.[1] ?? null;
}

/** Splits a long code into the groups in which people read it out: "850 1126 9892". */
function inGroups(code: string): string {
  const sizes = { 9: [3, 6], 10: [3, 6], 11: [3, 7] }[code.length];
  return sizes ? [code.slice(0, sizes[0]), code.slice(sizes[0], sizes[1]), code.slice(sizes[1])].join(" ") : code;
}
