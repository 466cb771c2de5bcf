import iconv from "iconv-lite";

/** Decodes bytes, regardless of what the server declares them to be. */

const western = "windows-1252";
/** The UTF-8 bytes of one character, each decoded as a Latin-1 letter. */
const sequences = /[\u00c2-\u00df][\u0080-\u00bf]|[\u00e0-\u00ef][\u0080-\u00bf]{2}|[\u00f0-\u00f4][\u0080-\u00bf]{3}/g;

/** Decodes a feed: as UTF-16 or UTF-8 if it is that, else as declared, else as UTF-8 mixed with windows-1252. */
export function decodeText(bytes: Uint8Array, declared: string | null = null): string {
  const wide = wideEncodingOf(bytes);
  if (wide !== null) return new TextDecoder(wide).decode(bytes);
  const other = declared !== null && !/^utf-?8$/i.test(declared) ? decode(bytes, declared) : null;
  return decode(bytes, "utf-8") ?? other ?? decodeMixture(bytes);
}

/** Detects UTF-16 by its byte order mark, or by a zero next to its first byte: JSON and spreadsheets begin in ASCII. */
function wideEncodingOf([first, second]: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (first === undefined || second === undefined) return null;
  if ((first === 0xff && second === 0xfe) || (first > 0 && second === 0)) return "utf-16le";
  return (first === 0xfe && second === 0xff) || (first === 0 && second > 0) ? "utf-16be" : null;
}

/** Returns null if the bytes are not valid in this encoding, or the encoding is unknown. */
function decode(bytes: Uint8Array, label: string): string | null {
  try {
    const decoder = new TextDecoder(label, { fatal: true });
    // Some releases of Node 22 and 24 decode windows-1252 as Latin-1, which has no curly quotes (nodejs/node#56542).
    return decoder.encoding === western ? iconv.decode(Buffer.from(bytes), western) : decoder.decode(bytes);
  } catch {
    return null;
  }
}

/** Decodes UTF-8 mixed with windows-1252: one record pasted in another encoding must not spoil the rest. */
function decodeMixture(bytes: Uint8Array): string {
  return withWesternMarks(withSequencesRead(Buffer.from(bytes).toString("latin1")));
}

/** Repairs UTF-8 read as windows-1252 ("CafÃ© â€“": "Café –") and windows-1252 read as Latin-1 ("Clare\x92s": "Clare’s"). */
export function fixMojibake(text: string): string {
  if (!/[ÃÂâ][^\0-\x7f]/.test(text)) return withWesternMarks(text);
  return withWesternMarks(withSequencesRead(text.replace(/[\u0100-\uffff]/g, asLatin1)));
}

function withSequencesRead(latin1: string): string {
  return latin1.replace(sequences, (letter) => decode(Buffer.from(letter, "latin1"), "utf-8") ?? letter);
}

/** Converts the control characters that Latin-1 makes of curly quotes and dashes in windows-1252. */
function withWesternMarks(latin1: string): string {
  return latin1.replace(/[\u0080-\u009f]/g, (mark) => iconv.decode(Buffer.from(mark, "latin1"), western));
}

/** Returns the Latin-1 letter for a character's byte in windows-1252, or the character itself if it has no such byte. */
function asLatin1(character: string): string {
  const byte = iconv.encode(character, western);
  return byte.length === 1 && byte[0] !== 0x3f ? byte.toString("latin1") : character;
}
