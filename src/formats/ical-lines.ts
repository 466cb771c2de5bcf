/** The content lines of RFC 5545: whatever a value holds, it stays within its line. */

/** A property of text (3.3.11): line ends, commas and the like are escaped. */
export function text(property: string, value: string): string {
  const escaped = withoutControls(
    value
      .replace(/\r\n?/g, "\n")
      .replace(/[\\;,]/g, "\\$&")
      .replaceAll("\n", "\\n"),
  );
  return fold(`${property}:${escaped}`);
}

/** A property that is an address (3.3.13): nothing in it is escaped. */
export function uri(property: string, value: string): string {
  return fold(`${property}:${withoutControls(value)}`);
}

/** Those have no place in any line, nor has half of a surrogate pair. */
function withoutControls(value: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return value.replace(/[\u0000-\u0008\u000a-\u001f\u007f]/g, "").toWellFormed();
}

/** 3.1: at most 75 octets a line, and the space that opens the next is one of them; never within a character. */
function fold(line: string): string {
  if (Buffer.byteLength(line) <= 75) return line;
  let folded = "";
  let room = 75;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (size > room) {
      folded += "\r\n ";
      room = 74;
    }
    folded += character;
    room -= size;
  }
  return folded;
}
