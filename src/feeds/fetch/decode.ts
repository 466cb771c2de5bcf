/** From bytes to letters, whatever a stranger's server calls them. */

const western = "windows-1252";
/** What windows-1252 means by the bytes 0x80 to 0x9F. Node 20 leaves them as control characters, and curly quotes are among them. */
const westernMarks = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
/** Letters of UTF-8 as their bytes look when each is taken for a letter. */
const sequences = /[\u00c2-\u00df][\u0080-\u00bf]|[\u00e0-\u00ef][\u0080-\u00bf]{2}|[\u00f0-\u00f4][\u0080-\u00bf]{3}/g;

/** Reads the bytes of a feed as text: UTF-16 or UTF-8 where they are that, else what the sender declares, else a mixture of UTF-8 and Windows' western letters. */
export function decodeText(bytes: Uint8Array, declared: string | null = null): string {
  const wide = wideOf(bytes);
  if (wide !== null) return new TextDecoder(wide).decode(bytes);
  const other = declared !== null && !/^utf-?8$/i.test(declared) ? decode(bytes, declared) : null;
  return decode(bytes, "utf-8") ?? other ?? mixture(Buffer.from(bytes).toString("latin1"));
}

/** UTF-16 says so by its first mark, or shows it by a zero beside its first letter: JSON and spreadsheets begin in ASCII. */
function wideOf([first, second]: Uint8Array): "utf-16le" | "utf-16be" | null {
  if ((first === 0xff && second === 0xfe) || (first! > 0 && second === 0)) return "utf-16le";
  return (first === 0xfe && second === 0xff) || (first === 0 && second! > 0) ? "utf-16be" : null;
}

/** Null where the bytes are not in this encoding, or there is no such encoding. */
function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    const decoder = new TextDecoder(encoding, { fatal: true });
    const text = decoder.decode(bytes);
    return decoder.encoding === western ? marked(text) : text;
  } catch {
    return null;
  }
}

/** One record pasted in other letters must not spoil the rest. */
function mixture(latin: string): string {
  return marked(latin.replace(sequences, (letter) => decode(Buffer.from(letter, "latin1"), "utf-8") ?? letter));
}

function marked(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (mark) => westernMarks[mark.charCodeAt(0) - 0x80]!);
}

/** Text that was taken for western letters when it was UTF-8, as it was meant: "CafÃ© â€“" is "Café –". Else as it is. */
export function remarked(text: string): string {
  if (!/[ÃÂâ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œžŸ]/.test(text)) return text;
  const latin = text.replace(/[\u0100-\uffff]/g, (letter) =>
    westernMarks.includes(letter) ? String.fromCharCode(0x80 + westernMarks.indexOf(letter)) : letter,
  );
  return latin.replace(sequences, (letter) => decode(Buffer.from(letter, "latin1"), "utf-8") ?? letter);
}
