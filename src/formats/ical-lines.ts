/** Content lines of RFC 5545: no value can break out of its line. */

/** Writes a text property (3.3.11): escapes line breaks, commas and the like. */
export function text(property: string, value: string): string {
  const escaped = withoutControls(
    value
      .replace(/\r\n?/g, "\n")
      .replace(/[\\;,]/g, "\\$&")
      .replaceAll("\n", "\\n"),
  );
  return fold(`${property}:${escaped}`);
}

/** Writes a URI property (3.3.13), without escaping. */
export function uri(property: string, value: string): string {
  return fold(`${property}:${withoutControls(value)}`);
}

/** Removes control characters and lone surrogates, which no line may contain. */
function withoutControls(value: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return value.replace(/[\u0000-\u0008\u000a-\u001f\u007f]/g, "").toWellFormed();
}

/** Folds a line (3.1): at most 75 octets each, including the space that begins a continuation; never within a character. */
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
