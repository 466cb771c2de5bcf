/** Words that look like a name before a number, and are none: the line is a service's or the meeting's own. */
const services = new Set(
  (
    "access alano area call center central church club code committee community conference dial district fellowship foundation group hall " +
    "help helpline hospital hotline house id in info information intergroup library line meeting mobile no number office online or " +
    "passcode password phone please recovery room school secretary service services text toll the us zoom answering free " +
    "sunday monday tuesday wednesday thursday friday saturday alcoholics narcotics anonymous al-anon alateen aa na ca for and at our if " +
    // What stands before and behind dial-in numbers; Zoom names the towns its numbers are in.
    "ring dial press tel use voice tty spanish english chicago houston denver tacoma germantown york jose phoenix"
  ).split(" "),
);

const email = /(?:mailto:)?[\p{L}\d._%+'-]{1,64}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,4}/gu;
const editLink = /https?:\/\/\S{0,500}?(?:wp-admin|wp-login|action=edit|edit_key=|\/edit\b)\S{0,500}/gi;
const number = String.raw`(?:\+?1[-. ]?)?\(?\b\d{3}\)?[-. ]{0,2}\d{3}[-. ]?\d{4}\b`;
const first = String.raw`\p{Lu}[\p{L}'’]{1,20}`;
const name = String.raw`(?<![\p{L}\d])${first}(?: (?:\p{Lu}\b\.?|\p{Lu}[\p{L}'’-]{1,20})){0,2}`;
const verb = `(?:[Cc]ontact|[Cc]all|[Tt]ext|[Ee]?-?[Mm]ail|[Aa]sk for|[Ss]peak (?:to|with)|[Rr]each)`;

const nameThenNumber = new RegExp(
  String.raw`(?:\b${verb}:? )?(${name})(?:,| at|:| -| –|-)? ?(?:\(?(?:cell|mobile|home|h|c)\)?:? )?${number}`,
  "gu",
);
const numberThenName = new RegExp(String.raw`${number} ?(?:\((${name})\)|,? ?[Aa]sk for (${name}))`, "gu");
const fullName = new RegExp(String.raw`\b(${verb}:? )(${first}) (\p{Lu}[\p{L}'’-]{1,20})(?![\p{L}.])`, "gu");

/** Left where something was taken out, so that the sentence round it still reads. */
const gap = "…";

/** A text without what leads to one person: e-mail addresses, somebody's number with the name, last names, links meant for editors. */
export function withoutPersons(text: string): string {
  if (!/@|\d{3}|https?:|[Cc]ontact|[Cc]all|[Tt]ext|[Aa]sk|[Ss]peak|[Rr]each|[Mm]ail/.test(text)) return text;
  const kept = text
    .replace(editLink, gap)
    .replace(email, gap)
    .replace(numberThenName, (all, inside?: string, after?: string) => (isPerson(inside ?? after ?? "") ? gap : all))
    .replace(nameThenNumber, (all, who: string) => (isPerson(who) ? gap : all))
    .replace(fullName, (all, ask: string, given: string, last: string) => (isPerson(`${given} ${last}`) ? ask + given : all));
  if (kept === text) return text;
  const joined = kept.replace(/…(?:[ ,]{0,3}(?:or|and|o|y)? ?…)+/g, gap);
  return /^[…\s.,;:]*$/.test(joined) ? "" : joined;
}

function isPerson(words: string): boolean {
  return words.split(" ").every((word) => !services.has(word.toLowerCase().replace(/\.$/, "")));
}
