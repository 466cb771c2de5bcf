/** Characters that separate words: spaces, line breaks, control characters and invisible ones. */
const separators = /[\p{Cc}\p{Cf}\s]+/gu;

/** A letter may be typed as a base letter followed by combining marks, which normalization composes. */
const maxUnitsInLetter = 4;
/** Each letter beyond ASCII takes six bytes or more in an address. */
const maxBytesInLetter = 3;

/**
 * Normalizes typed text: composed (NFC), with single spaces, at most `maxLetters` long, and at most three times as many bytes in an
 * address. Idempotent.
 */
export function readText(given: string, maxLetters: number): string {
  const tidy = beginningOf(given, maxLetters).toWellFormed().normalize("NFC").replace(separators, " ").trim();
  return fitting([...tidy].slice(0, maxLetters), maxLetters * maxBytesInLetter).trim();
}

/** Truncates before anything else: the time to normalize grows with the square of the marks in a row. */
function beginningOf(given: string, maxLetters: number): string {
  const cut = given.slice(0, maxLetters * maxUnitsInLetter);
  // Do not split a surrogate pair.
  return /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut;
}

/** Returns the leading letters that fit into `room` bytes of an address. */
function fitting(letters: readonly string[], room: number): string {
  let length = 0;
  const end = letters.findIndex((letter) => {
    length += encodedLength(letter);
    return length > room;
  });
  return letters.slice(0, end === -1 ? letters.length : end).join("");
}

/** Returns how many bytes a text takes in the query of an address. */
export function encodedLength(text: string): number {
  const plain = text.match(/[\w*.\- ]/g)?.length ?? 0;
  return plain + 3 * (Buffer.byteLength(text) - plain);
}
