import { isGivenName, isNameAndWord, isUnknown, plain } from "./person-words.ts";

/** Hides the names of a record's own meeting and group in its texts: "New Hope 406-555-0102" is the group's number, not a person's. */

/** Private Use Area characters, one for each hidden name; a text that already contains any is left unchanged. */
const firstHidden = 0xe000;
const hidden = /[\ue000-\uf8ff]/g;
const maxHidden = 100;

// cspell:ignore AFG grupo
/** Words that texts leave off a name: "New Hope" for "The New Hope Group". */
const around = /^(?:the|grupo|el|la) |,? (?:group|grupo|meeting|mtg|afg|al-?anon|aa|na)\.?$/gi;

/** Replaces each own name in a text by a placeholder character, and returns a function that puts them back. */
export function hideOwnNames(text: string, names: readonly string[]): { text: string; show: (kept: string) => string } {
  const own = names.map((name) => name.replace(around, "").trim().toLowerCase()).filter(isNoPerson);
  const small = text.toLowerCase();
  // In a few alphabets lowercasing turns one character into two, which would shift the offsets.
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

/** Whether a name is in a text at an offset, with no letter or digit on either side. */
function isWordAt(text: string, name: string, at: number): boolean {
  return text.startsWith(name, at) && !letter.test(text.charAt(at - 1)) && !letter.test(text.charAt(at + name.length));
}

const letter = /[\p{L}\d]/u;

/** Whether a name consists of words only and cannot be a person's, unlike "Jonas", "Jonas Q." or "Hope". */
function isNoPerson(name: string): boolean {
  if (!/^\p{L}[\p{L} '’&-]{2,60}$/u.test(name) || /(?<!\p{L})(?![ay&] )\p{L}(?!\p{L})/iu.test(name)) return false;
  const words = name.split(" ").map(plain);
  return !isGivenName(words[0]!) && !words.every(isUnknown) && !(words.length === 1 && isNameAndWord(words[0]!));
}
