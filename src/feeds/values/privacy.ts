// cspell:disable -- patterns are made of pieces of words
import { type IsTown, isStateBehind, noTown } from "./near-towns.ts";
import { hideOwnNames } from "./own-names.ts";
import { isPersonName } from "./person-words.ts";
import { withoutPairs } from "./persons.ts";

const email = /(?:mailto:)?[\p{L}\d._%+'-]{1,64} ?@ ?[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,4}/gu;
const disguisedEmail =
  /[\p{L}\d._%+-]{1,64} ?(?:(?:\(at\)|\[at\]) ?[\p{L}\d-]{1,63} ?(?:\.|\(dot\)|\[dot\]| dot )| at [\p{L}\d-]{1,63} dot ) ?\p{L}{2,10}\b|[\p{L}\d]{1,30}[._][\p{L}\d._]{1,30} at [\p{L}\d-]{1,63}\.\p{L}{2,10}\b|[\p{L}\d._%+-]{1,64} at (?:gmail|yahoo|hotmail|outlook|aol|icloud|msn|comcast)\.(?:com|net)\b/giu;
const editLink = /https?:\/\/\S{0,500}?(?:wp-admin|wp-login|action=edit|edit_key=|\/edit\b)\S{0,500}/gi;
/** Keys for editing a listing or hosting a room, as opposed to those for entering it. */
const insider =
  /\b(?:(?:host|moderator|organizer|leader|claim|admin|edit(?:ing|or)?|owner|wordpress) ?(?:key|code|pin|password|passcode|pw)|claim host(?: ?(?:key|code|pin))?|(?:password|passcode|pw) (?:for|to) (?:edit\w*|host\w*|admin\w*))(?: ?(?:is|with|[:=#-]))* ?\S{1,60}|\b(?:host|moderator)[:# ]{1,3}\d{4,10}\b/gi;
/** Personal accounts, with their names. */
const account =
  /\b(?:log-?in|user(?:name)?)[: ]{1,3}\S{1,60},? (?:password|pass|pw)[: ]{1,3}\S{1,60}|(?:venmo|cash ?app|paypal|zelle)(?:\W{1,4}[@$]| ?: ?(?!(?:yes|no|see|ask|available|accepted|welcome)\b))[\w.-]{2,40}|(?:telegram|signal|snapchat)[: ]{1,3}@[\w.]{2,40}|skype (?:name|id)[: ]{1,3}\S{1,60}|skype: ?(?=\S{0,60}[._:\d])\S{1,60}|(?:https?:\/\/)?(?:www\.)?(?:wa\.me|paypal\.me|cash\.app|venmo\.com|m\.me)\/\S{1,60}|\$[a-z][\w-]{1,40}(?= (?:(?:on|via|by|at) )?\(?(?:cash|venmo))|(?:https?:\/\/)?(?:www\.)?(?:facebook\.com|fb\.(?:me|com))\/[a-z]{2,20}\.[a-z.\d]{2,30}/gi;

const dash = " ?[-‐‑–—./]? ?";
const number = String.raw`(?:\+?1[-. ]?)?\(?\b\d{3}\)?${dash}\d{3}${dash}\d{4}\b`;
/** In rural areas people omit the area code. */
const localNumber = String.raw`(?:${number}|\b\d{3} ?[-–.] ?\d{4}\b)`;
const first = String.raw`\p{Lu}[\p{L}'’]{1,20}`;
const name = String.raw`(?<![\p{L}\d])(?:${first}|\p{Lu}\.(?: ?\p{Lu}\.)?)(?: (?:\p{Lu}\b\.?|\p{Lu}[\p{L}'’-]{1,20})){0,2}`;
const verb = `(?:[Cc]ontact(?:o|[ -][Pp]erson)?|[Cc]all|[Tt]ext|[Ee]?-?[Mm]ail|[Aa]sk for|[Ss]peak (?:to|with)|[Rr]each|[Ll]lam[ae] a|[Pp]regunte por)`;
const role = `(?:[Ss]ecretary|GSR|[Tt]reasurer|[Cc]hairperson|[Gg]roup rep|(?:[Ll]ed|[Rr]un|[Hh]osted|[Cc]haired|[Ff]acilitated) by|[Hh]ome of|(?:[Cc]hair|[Hh]ost|[Ll]eader|[Ss]ponsor|[Ff]acilitator)(?=:| [-–])|M(?:rs?|s)\\.?)`;

const nameThenNumber = new RegExp(
  String.raw`(?:\b${verb}:? )?(${name})(?:,? (?:secretary|treasurer|chair|host|GSR))?(?:,| at| al|:| -| –|-)? ?(?:\(?(?:cell|mobile|home|phone|ph|tel|number|h|c|w)\)?\.?(?: ?#| is)?:? )?(?:…[ ,/]{1,3}(?:or |and )?)?${localNumber}(?:(?:,| or| and| &|;|/)? {0,2}(?:\([hcw]\) ?)?${localNumber}){0,3}`,
  "gu",
);
const numberThenName = new RegExp(
  String.raw`${localNumber} ?(?:\((${name})\)|,? ?[Aa]sk for (${name})|[-–,] ?(${first} (?:\p{Lu}\b\.?|${first}))| (${first} \p{Lu}\b\.?))`,
  "gu",
);
const fullName = new RegExp(
  String.raw`\b((?:${verb}|${role})(?::? | [-–] ))(${first}(?: (?:&|and|y|et) ${first})?) (\p{Lu}[\p{L}'’-]{1,20})(?!\p{L}|\.\S)`,
  "gu",
);
const nameThenGap = new RegExp(String.raw`(?<![\p{L}\d])(${first}) (\p{Lu}[\p{L}'’-]{1,20})(?=[,:]? ?[-–<(]? ?…)`, "gu");
const privateHome = new RegExp(
  String.raw`(?<![\p{L}\d])(${first}) (\p{Lu}[\p{L}-]{1,20}?)(?:['’]s?)? (?=(?:home|house|residence|Residence|barn|garage|shop|basement|living room|cabin|ranch|farm|apartment|yard|backyard|shed|trailer)(?!\p{L}))`,
  "gu",
);
/** Cheap test: a text without any of these names nobody's home. */
const mayNameHome = (text: string) => text.includes("'") || text.includes("’") || text.includes("esidence");

/** "St. Mary's 406-555-0102" is a church. */
const saint = /\b(?:St|Saint|San|Santa|Ft|Mt)\.? $/;

/** "Contact 1: Wren | 406-555-0102 |", as in forms: always personal, whatever it holds. */
const labelledContact = /\bcontacts? ?#?\d{0,2}: ?[^|\n]{1,80}\|[^|\n]{0,80}(?:\||$)/gim;

/** Cheap tests: a text that matches neither this nor `callable` cannot identify a person. */
const hint =
  /@| at |skype|https?:|wa\.me|\.me\/|\.com\/|[([]at[)\]]| dot |key|code|pin|pass|pw|log-?in|user|claim|venmo|cash|paypal|zelle|contact|call|text|ask|speak|reach|mail|llam|pregunte|secretary|GSR|treasurer|chair| by\b|group rep|home of|host|leader|moderator|organizer|sponsor|facilitator|\bM(?:rs?|s)\b/i;

/** The start of a number to call; house numbers and ZIP codes do not match. */
const callable = /\d{3}\)?[-‐‑–—./·• ]{0,3}\d{3}|\+\d{2}/;

/** Placeholder for removed text, so that the sentence around it still reads well. */
const gap = "…";

/**
 * Removes what identifies one person: e-mail addresses, a number with a name, last names, and editors' links, keys and accounts. A number
 * without a name, or with a town's name, is the group's.
 */
export function withoutPersons(text: string, known: Known = nothingKnown): string {
  const asks = hint.test(text);
  const whole = asks ? withoutAccounts(text) : text;
  const isNumbered = callable.test(whole);
  const { text: open, show } = isNumbered ? hideOwnNames(whole, known.ownNames()) : { text: whole, show: null };
  const isTown: IsTown = (words) => known.isTown(words);
  const unnumbered = isNumbered ? withoutNumbers(open, isTown) : open;
  const housed = mayNameHome(unnumbered) ? withoutOwners(unnumbered) : unnumbered;
  const unnamed = asks ? withoutLastNames(housed) : housed;
  const kept = isNumbered ? withoutPairs(unnamed, isTown, unnumbered !== open) : unnamed;
  const shown = show === null ? kept : show(kept);
  return shown === text ? text : tidyGaps(shown);
}

/** A record's names that are not persons'. */
export interface Known {
  isTown(words: string): boolean;
  /** Names of its meeting and its group. */
  ownNames(): readonly string[];
}

const nothingKnown: Known = { isTown: noTown, ownNames: () => [] };

function withoutAccounts(text: string): string {
  return withoutEmails(text.replace(labelledContact, "").replace(editLink, gap).replace(insider, gap).replace(account, gap));
}

/** Removes each person's name together with the number beside it. */
function withoutNumbers(text: string, isTown: IsTown): string {
  const isPerson = (who: string) => isPersonName(who) && !isTown(who);
  return text
    .replace(numberThenName, (all, ...[inside, asked, after, beside]: string[]) =>
      isPerson(inside ?? asked ?? after ?? beside ?? "") ? gap : all,
    )
    .replace(nameThenNumber, (all, who: string, at: number, whole: string) => {
      const before = whole.slice(0, at);
      return isPerson(who) && !saint.test(before) && !isStateBehind(who, before.slice(-30)) ? gap : all;
    });
}

/** Shortens "Contact John Smith" and "John Smith <…>" to the given name. */
function withoutLastNames(text: string): string {
  const named = text.includes(gap)
    ? text.replace(nameThenGap, (all, given: string, last: string) => (isPersonName(`${given} ${last}`) ? given : all))
    : text;
  return named.replace(fullName, (all, ask: string, given: string, last: string) => (isPersonName(`${given} ${last}`) ? ask + given : all));
}

/** Shortens "John Smith's barn" to "John's barn". */
function withoutOwners(text: string): string {
  return text.replace(privateHome, (all, given: string, last: string) => (isPersonName(`${given} ${last}`) ? `${given}'s ` : all));
}

/** Merges consecutive placeholders, removes parenthesized ones, and returns "" if only the request to contact is left: "Contact 1: … | … |". */
function tidyGaps(text: string): string {
  const joined = text
    .replace(/…(?:[ ,|:/&–-]{0,3}(?:or|and|at|on|al|is|to|o|y|cell|phone)?[ :,.]{0,2}…)+/g, gap)
    .replace(/ ?[([]…[)\]]/g, "")
    .trim();
  const rest = joined.replace(/[…\s\d.,;:|/()–-]+/g, " ").trim();
  return rest === "" ||
    /^(?:contact|call|text|or|and|please|phone|info|for)(?: (?:contact|call|text|or|and|at|person|is|info|more|please|phone|for))*$/i.test(
      rest,
    )
    ? ""
    : joined;
}

/** Removes e-mail addresses. The patterns try to match at every letter, so texts without an @ or "at" are skipped. */
function withoutEmails(text: string): string {
  const without = text.includes("@") ? text.replace(email, gap) : text;
  return /[([]at[)\]]| at /i.test(without) ? without.replace(disguisedEmail, gap) : without;
}

/** Returns the text beside a number to join by; null if it is only a person's name: "Jonas", "ask for Jonas S.". */
export function besideNumber(text: string | null): string | null {
  const alone = text?.match(/^\W*(?:(?:[Aa]sk )?[Ff]or |[Cc]ontact:? |[Cc]all )?(\p{Lu}\p{Ll}{1,20}(?: \p{Lu}\.?)?)\W*$/u)?.[1];
  return alone !== undefined && isPersonName(alone) ? null : text;
}
