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
  const letters = tidy.length > maxLetters ? [...tidy].slice(0, maxLetters).join("") : tidy;
  return fitting(letters, maxLetters * maxBytesInLetter).trim();
}

/** Truncates before anything else: the time to normalize grows with the square of the marks in a row. */
function beginningOf(given: string, maxLetters: number): string {
  const cut = given.slice(0, maxLetters * maxUnitsInLetter);
  // Do not split a surrogate pair.
  return /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut;
}

/** Returns the leading letters of a text that fit into `room` bytes of an address. */
function fitting(text: string, room: number): string {
  if (encodedLength(text) <= room) return text;
  let [length, end] = [0, 0];
  for (const letter of text) {
    length += encodedLength(letter);
    if (length > room) break;
    end += letter.length;
  }
  return text.slice(0, end);
}

/** Returns how many bytes a text takes in the query of an address. */
export function encodedLength(text: string): number {
  const encoded = text.replace(/[\w*.\- ]+/g, "");
  return text.length - encoded.length + 3 * Buffer.byteLength(encoded);
}
