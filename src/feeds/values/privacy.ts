// cspell:disable -- patterns are made of pieces of words

/** Words that look like a name before a number but are not: the line is a service's or the meeting's own. */
const services = new Set(
  (
    "access alano area call center central church club code committee community conference dial district fellowship foundation group hall " +
    "help helpline hospital hotline house id in info information intergroup library line meeting mobile no number office online or " +
    "passcode password phone please recovery room school secretary service services text toll the us zoom answering free " +
    "sunday monday tuesday wednesday thursday friday saturday alcoholics narcotics anonymous al-anon alateen aa na ca for and at our if " +
    // What is written around dial-in numbers; Zoom names the towns its numbers are in.
    "ring dial press tel use voice tty spanish english chicago houston denver tacoma germantown york jose phoenix washington los " +
    "angeles portland miami atlanta dallas kansas city toronto u.s d.c a.m p.m telephone ph cell landline questions " +
    // What groups, and the buildings in which they meet, are called.
    "lutheran methodist baptist catholic presbyterian episcopal book step steps serenity"
  ).split(" "),
);

const email = /(?:mailto:)?[\p{L}\d._%+'-]{1,64} ?@ ?[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,4}/gu;
const disguisedEmail =
  /[\p{L}\d._%+-]{1,64} ?(?:(?:\(at\)|\[at\]) ?[\p{L}\d-]{1,63} ?(?:\.|\(dot\)|\[dot\]| dot )| at [\p{L}\d-]{1,63} dot ) ?\p{L}{2,10}\b|[\p{L}\d._%+-]{1,64} at (?:gmail|yahoo|hotmail|outlook|aol|icloud|msn|comcast)\.(?:com|net)\b/giu;
const editLink = /https?:\/\/\S{0,500}?(?:wp-admin|wp-login|action=edit|edit_key=|\/edit\b)\S{0,500}/gi;
/** Keys to change a listing or to host a room, as opposed to those for entering it. */
const insider =
  /\b(?:(?:host|claim|admin|edit(?:ing|or)?|owner|wordpress) ?(?:key|code|pin|password|passcode|pw)|claim host(?: ?(?:key|code|pin))?|(?:password|passcode|pw) (?:for|to) (?:edit\w*|host\w*|admin\w*))(?: ?(?:is|with|[:=#-]))* ?\S{1,60}/gi;
/** Accounts, with the names of those whose they are. */
const account =
  /\b(?:log-?in|user(?:name)?)[: ]{1,3}\S{1,60},? (?:password|pass|pw)[: ]{1,3}\S{1,60}|(?:venmo|cash ?app|paypal|zelle)\W{1,4}[@$][\w-]{1,40}|skype(?: (?:name|id))?[: ]{1,3}\S{1,60}|(?:https?:\/\/)?wa\.me\/\S{1,60}/gi;

const dash = " ?[-‐‑–—./]? ?";
const number = String.raw`(?:\+?1[-. ]?)?\(?\b\d{3}\)?${dash}\d{3}${dash}\d{4}\b`;
/** In the country people leave the area code out. */
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
const fullName = new RegExp(String.raw`\b((?:${verb}|${role})(?::? | [-–] ))(${first}) (\p{Lu}[\p{L}'’-]{1,20})(?!\p{L}|\.\S)`, "gu");

/** Cheap test: a text without these cannot identify a person. */
const hint =
  /@|\d{3}| at |skype|https?:|wa\.me|[([]at[)\]]| dot |key|code|pin|pass|pw|log-?in|user|claim|venmo|cash|paypal|zelle|contact|call|text|ask|speak|reach|mail|llam|pregunte|secretary|GSR|treasurer|chair| by |group rep|home of|host|leader|sponsor|facilitator|\bM(?:rs?|s)\b/i;

/** Left where something was taken out, so that the sentence around it still reads well. */
const gap = "…";

/** Removes what identifies one person: e-mail addresses, a number with a name, last names, and editors' links, keys and accounts. A number without a name is the group's. */
export function withoutPersons(text: string): string {
  if (!hint.test(text)) return text;
  const kept = withoutEmails(text.replace(editLink, gap).replace(insider, gap).replace(account, gap))
    .replace(numberThenName, (all, ...[inside, asked, after, beside]: string[]) =>
      isPerson(inside ?? asked ?? after ?? beside ?? "") ? gap : all,
    )
    .replace(nameThenNumber, (all, who: string) => (isPerson(who) ? gap : all))
    .replace(fullName, (all, ask: string, given: string, last: string) => (isPerson(`${given} ${last}`) ? ask + given : all));
  if (kept === text) return text;
  const joined = kept.replace(/…(?:[ ,]{0,3}(?:or|and|o|y)? ?…)+/g, gap);
  return /^[…\s.,;:]*$/.test(joined) ? "" : joined;
}

/** The patterns try to match at every letter, so texts without an @ or "at" are skipped. */
function withoutEmails(text: string): string {
  const without = text.includes("@") ? text.replace(email, gap) : text;
  return /[([]at[)\]]| at /i.test(without) ? without.replace(disguisedEmail, gap) : without;
}

/** What is said beside a number to join by; null where that is only somebody's name: "Jonas", "ask for Jonas S.". */
export function besideNumber(text: string | null): string | null {
  const alone = text?.match(/^\W*(?:(?:[Aa]sk )?[Ff]or |[Cc]ontact:? |[Cc]all )?(\p{Lu}\p{Ll}{1,20}(?: \p{Lu}\.?)?)\W*$/u)?.[1];
  return alone !== undefined && isPerson(alone) ? null : text;
}

function isPerson(words: string): boolean {
  return words.split(" ").every((word) => !services.has(word.toLowerCase().replace(/\.$/, "")));
}
