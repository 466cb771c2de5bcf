/** Bytes that the values of a feed may take: with its text they must fit into the memory of the process for one feed. */
const maxBytes = 256 * 1024 * 1024;

/** Approximate size in V8 of a list or object, and of a value in one. */
const bytesOfList = 64;
const bytesOfValue = 24;

/**
 * Whether a text takes too much memory, estimated from its brackets, delimiters and lines: 64 MB of "[]," would become two gigabytes of
 * lists. `rowsAreLines` is true for a spreadsheet. An estimate that is too low ends the process of that feed, and no other.
 */
export function isTooMuch(text: string, rowsAreLines: boolean): boolean {
  if (text.length * (bytesOfList + bytesOfValue) <= maxBytes) return false;
  let bytes = 0;
  for (let at = 0; at < text.length && bytes <= maxBytes; at++) {
    const char = text.charCodeAt(at);
    if (char === openBracket || char === openBrace) bytes += bytesOfList;
    else if (char === comma || char === semicolon || char === tab) bytes += bytesOfValue;
    else if (rowsAreLines && (char === lineFeed || char === carriageReturn)) bytes += bytesOfList + bytesOfValue;
  }
  return bytes > maxBytes;
}

const [openBracket, openBrace, comma, semicolon, tab, lineFeed, carriageReturn] = [..."[{,;\t\n\r"].map((char) => char.charCodeAt(0));
