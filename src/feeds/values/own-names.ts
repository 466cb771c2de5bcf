import { isGivenName, isNameAndWord, isUnknown, plain } from "./person-words.ts";

/** The names of a record's own meeting and group in its texts: "New Hope 406-555-0102" is that group's number, and nobody's. */

/** Characters of the Private Use Areas, one for each name that was hidden; a text with any of its own is left as it is. */
const firstHidden = 0xe000;
const hidden = /[\ue000-\uf8ff]/g;
const maxHidden = 100;

// cspell:ignore AFG grupo
/** What a name is said without: "New Hope" of "The New Hope Group". */
const around = /^(?:the|grupo|el|la) |,? (?:group|grupo|meeting|mtg|afg|al-?anon|aa|na)\.?$/gi;

/** A text in which each own name is one letter of no alphabet, and how to put them back. */
export function hideOwnNames(text: string, names: readonly string[]): { text: string; show: (kept: string) => string } {
  const own = names.map((name) => name.replace(around, "").trim().toLowerCase()).filter(isNoPerson);
  const small = text.toLowerCase();
  // A letter of a few alphabets is two in small.
  if (own.length === 0 || small.length !== text.length || text.search(hidden) !== -1) return { text, show: (kept) => kept };
  const found: string[] = [];
  let without = "";
  for (let at = 0; at < text.length; ) {
    const name = found.length < maxHidden ? own.find((one) => isWordAt(small, one, at)) : undefined;
    const next = name === undefined ? 1 : name.length;
    const said = text.slice(at, at + next);
    without += name === undefined ? said : String.fromCharCode(firstHidden + found.push(said) - 1);
    at += next;
  }
  return { text: without, show: (kept) => kept.replace(hidden, (letter) => found[letter.charCodeAt(0) - firstHidden] ?? letter) };
}

/** Whether a name stands in a text from a place on, with no letter on either side. */
function isWordAt(text: string, name: string, at: number): boolean {
  return text.startsWith(name, at) && !letter.test(text.charAt(at - 1)) && !letter.test(text.charAt(at + name.length));
}

const letter = /[\p{L}\d]/u;

/** Whether a name is words only, and not what a person is called: "Jonas", "Jonas Q.", "Hope". */
function isNoPerson(name: string): boolean {
  if (!/^\p{L}[\p{L} '’&-]{2,60}$/u.test(name) || /(?<!\p{L})(?![ay&] )\p{L}(?!\p{L})/iu.test(name)) return false;
  const words = name.split(" ").map(plain);
  return !isGivenName(words[0]!) && !words.every(isUnknown) && !(words.length === 1 && isNameAndWord(words[0]!));
}
