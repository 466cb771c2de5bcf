// cspell:ignore contraseña código reunión digite ingrese presione acceso
import { parsePhoneNumberFromString } from "libphonenumber-js/max";
import { sayNumber } from "../words/numbers.ts";
import type { Meeting } from "./meeting.ts";

/** How to join a meeting by phone: what to call, and what to key in once somebody or something answers. */
export interface Dial {
  /** As people write it: "312-626-6799", "+44 20 3481 5237". */
  number: string;
  /** Two letters, where the call leaves the United States. */
  country: string | null;
  /** What to key in, in this order, each before a "#": "850 1126 9892", then the passcode "040728". */
  codes: string[];
  extension: string | null;
  /** For a phone to dial: "+13126266799,,85011269892#,,,,*040728#". Commas are pauses. */
  dialed: string;
}

type JoinFacts = Pick<Meeting, "phone" | "online">;

/** Null where there is no number, or none that can be called from anywhere: seven digits lack their area. */
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

/** The link that dials it. In an address a bare "#" would begin a fragment, and the code would be lost. */
export function dialUrl({ dialed }: Dial): string {
  return `tel:${dialed.replaceAll("#", "%23")}`;
}

/** "…,,850" and a note "1126 9892#" belong together: the code was written in groups. */
function wholeNumber({ number, notes }: NonNullable<Meeting["phone"]>): string {
  const rest = /,\d+$/.test(number) ? notes?.match(/^[\d ]+#/)?.[0] : undefined;
  return rest === undefined ? number : number + rest.replaceAll(" ", "");
}

function splitAtPause(number: string): string[] {
  const pause = number.search(/[,;]/);
  return pause < 0 ? [number] : [number.slice(0, pause), number.slice(pause)];
}

const usNumber = /^\+1[2-9]\d{2}[2-9]\d{6}$/;

/** Calls to these cost what a call within the states does. */
const unitedStates = ["US", "PR", "VI", "GU", "AS", "MP"];

function readNumber(written: string): { number: string; view: Pick<Dial, "number" | "country"> } | null {
  const parsed = parsePhoneNumberFromString(withCountryCode(written), "US");
  if (!parsed) return null;
  const { number, country = "US" } = parsed;
  // An area code may be newer than what the library knows.
  if (!(parsed.isValid() || usNumber.test(number))) return null;
  const view = { number: usNumber.test(number) ? sayNumber(number) : parsed.formatInternational() };
  return { number, view: { ...view, country: unitedStates.includes(country) ? null : country } };
}

/** Some lists write "+3017158592" and mean +1 301 715 8592: as it stands it would dial Greece. Spaces elsewhere, as in "+47 21 40 60 00", say otherwise. */
function withCountryCode(written: string): string {
  const ten = written
    .match(/^\+\(?(\d{3})\)?[ .-]?(\d{3})[ .-]?(\d{4})$/)
    ?.slice(1)
    .join("");
  const here = ten ? parsePhoneNumberFromString(`+1${ten}`) : undefined;
  return here?.isValid() && here.country === "US" ? here.number : written;
}

/** What the number itself dials after its pauses; what is missing there is looked for in the notes beside it, and in the link. */
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
  String.raw`\b(?:(?:meeting|mtg|zoom|room|conference|reunión) ?(?:id|number|no\.?|code)|id|(?:access|participant|conference|dial-?in) ?(?:code|id|pin|number)|access|enter|key in|press|digite|ingrese|presione|código de acceso)\b[\s:=#.]*(?:is )?${digits}`,
  "i",
);
/** Nothing else in a note ends with a "#": "884231#". */
const keyedIn = /(?<![\d,*.-])(\d(?:[ -]?\d){3,11}) ?#/;
/** "Passcode: 040728", "PIN 1234". One with letters in it cannot be keyed in on a phone. */
const passcodeWords = /\b(?:pass ?code|password|pass|pwd?|pin|code|contraseña|clave|código)\b[\s:=#.]*(?:is )?(\d{3,10})(?!\w)/i;

function codesIn(notes: string | null): { id: string | null; passcode: string | null } {
  const id = notes?.match(idWords);
  const rest = id && notes ? notes.replace(id[0], " ") : notes;
  const passcode = rest?.match(passcodeWords)?.[1] ?? null;
  const alone = id || passcode !== null ? null : notes?.match(keyedIn);
  return { id: (id ?? alone)?.[1]?.replace(/\D/g, "") ?? null, passcode };
}

function withPasscode(id: string, passcode: string | null): string[] {
  return passcode === null || passcode === id ? [id] : [id, passcode];
}

/** The meeting ID in a link of Zoom, whose rooms can be called too. */
function roomIn(url: string | null): string | null {
  return url?.match(/^https?:\/\/(?:[\w-]+\.)*zoom\.us\/j\/(\d{9,11})(?!\d)/)?.[1] ?? null;
}

/** Long codes in the groups in which people read them out: "850 1126 9892". */
function inGroups(code: string): string {
  const sizes = { 9: [3, 6], 10: [3, 6], 11: [3, 7] }[code.length];
  return sizes ? [code.slice(0, sizes[0]), code.slice(sizes[0], sizes[1]), code.slice(sizes[1])].join(" ") : code;
}
