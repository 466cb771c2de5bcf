import iconv from "iconv-lite";

/** From bytes to text, whatever a stranger's server says they are. */

const western = "windows-1252";
/** UTF-8 of one letter, when each of its bytes was taken for a letter of Latin-1. */
const sequences = /[\u00c2-\u00df][\u0080-\u00bf]|[\u00e0-\u00ef][\u0080-\u00bf]{2}|[\u00f0-\u00f4][\u0080-\u00bf]{3}/g;

/** Reads the bytes of a feed as text: UTF-16 or UTF-8 where they are that, else as declared, else as UTF-8 mixed with windows-1252. */
export function decodeText(bytes: Uint8Array, declared: string | null = null): string {
  const wide = wideEncodingOf(bytes);
  if (wide !== null) return new TextDecoder(wide).decode(bytes);
  const other = declared !== null && !/^utf-?8$/i.test(declared) ? decode(bytes, declared) : null;
  return decode(bytes, "utf-8") ?? other ?? decodeMixture(bytes);
}

/** UTF-16 says so by its byte order mark, or shows it by a zero beside its first letter: JSON and spreadsheets begin in ASCII. */
function wideEncodingOf([first, second]: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (first === undefined || second === undefined) return null;
  if ((first === 0xff && second === 0xfe) || (first > 0 && second === 0)) return "utf-16le";
  return (first === 0xfe && second === 0xff) || (first === 0 && second > 0) ? "utf-16be" : null;
}

/** Null where the bytes are not in this encoding, or there is no such encoding. */
function decode(bytes: Uint8Array, label: string): string | null {
  try {
    const decoder = new TextDecoder(label, { fatal: true });
    // Some releases of Node 22 and 24 decode windows-1252 as Latin-1, which has no curly quotes (nodejs/node#56542).
    return decoder.encoding === western ? iconv.decode(Buffer.from(bytes), western) : decoder.decode(bytes);
  } catch {
    return null;
  }
}

/** One record pasted in another encoding must not spoil the rest. */
function decodeMixture(bytes: Uint8Array): string {
  return withWesternMarks(withSequencesRead(Buffer.from(bytes).toString("latin1")));
}

/** UTF-8 that was taken for windows-1252, as it was meant: "CafÃ© â€“" is "Café –"; and windows-1252 for Latin-1: "Clare\x92s" is "Clare’s". Any other text as it is. */
export function fixMojibake(text: string): string {
  if (!/[ÃÂâ][^\0-\x7f]/.test(text)) return withWesternMarks(text);
  return withWesternMarks(withSequencesRead(text.replace(/[\u0100-\uffff]/g, asLatin1)));
}

function withSequencesRead(latin1: string): string {
  return latin1.replace(sequences, (letter) => decode(Buffer.from(letter, "latin1"), "utf-8") ?? letter);
}

/** What Latin-1 leaves as control characters are curly quotes and dashes in windows-1252. */
function withWesternMarks(latin1: string): string {
  return latin1.replace(/[\u0080-\u009f]/g, (mark) => iconv.decode(Buffer.from(mark, "latin1"), western));
}

/** The Latin-1 letter of a character's byte in windows-1252; the character itself where it has none there. */
function asLatin1(character: string): string {
  const byte = iconv.encode(character, western);
  return byte.length === 1 && byte[0] !== 0x3f ? byte.toString("latin1") : character;
}
