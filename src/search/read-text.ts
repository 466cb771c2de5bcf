/** Spaces, line breaks, control characters and invisible ones: all of them separate words. */
const separators = /[\p{Cc}\p{Cf}\s]+/gu;

/** A letter may be typed as itself with marks after it, which become one when it is normalized. */
const maxUnitsInLetter = 4;
/** Letters beyond ASCII take six bytes or more of an address each. */
const maxBytesInLetter = 3;

/**
 * What somebody typed, in its one spelling: composed, with single spaces, at most `maxLetters` long, and at most three times as many
 * bytes in an address. Reading it again changes nothing.
 */
export function readText(given: string, maxLetters: number): string {
  const tidy = beginningOf(given, maxLetters).toWellFormed().normalize("NFC").replace(separators, " ").trim();
  return fitting([...tidy].slice(0, maxLetters), maxLetters * maxBytesInLetter).trim();
}

/** Cut before anything else is done: the time that normalizing takes grows with the square of the marks in a row. */
function beginningOf(given: string, maxLetters: number): string {
  const cut = given.slice(0, maxLetters * maxUnitsInLetter);
  // Not in the middle of a pair.
  return /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut;
}

/** As many of these letters as an address has room for. */
function fitting(letters: readonly string[], room: number): string {
  let length = 0;
  const end = letters.findIndex((letter) => {
    length += encodedLength(letter);
    return length > room;
  });
  return letters.slice(0, end === -1 ? letters.length : end).join("");
}

/** How many bytes a text takes in the query of an address. */
export function encodedLength(text: string): number {
  const plain = text.match(/[\w*.\- ]/g)?.length ?? 0;
  return plain + 3 * (Buffer.byteLength(text) - plain);
}
