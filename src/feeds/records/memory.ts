/** Bytes that the values of a feed may take: beside its text they must fit into the memory that a process for one feed has. */
const maxBytes = 256 * 1024 * 1024;

/** About what V8 takes for a list or an object, and for a value in one. */
const bytesOfList = 64;
const bytesOfValue = 24;

/**
 * Whether a text is too much for the memory, by its brackets, commas and lines: 64 MB of "[]," would become two gigabytes of lists.
 * `rowsAreLines` is true for a spreadsheet. What this guess misses ends the process of its own feed, and no other.
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
