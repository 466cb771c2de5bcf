/** Control characters, which move a terminal's cursor or start a new line, and characters that change the direction of writing. */
const unprintable = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Makes untrusted text safe for one line of a terminal or log: unprintable characters are escaped as \x1b or \u202e. */
export function printable(text: string): string {
  return text.replace(unprintable, (char) => {
    const code = char.charCodeAt(0).toString(16);
    return code.length <= 2 ? `\\x${code.padStart(2, "0")}` : `\\u${code.padStart(4, "0")}`;
  });
}

/** The same for a text of several lines. */
export function printableLines(text: string): string {
  return text.split("\n").map(printable).join("\n");
}

/** Formats a value as JSON in one line, safe for a terminal too: JSON.stringify leaves the characters above 0x7f as they are. */
export function printableJson(value: unknown): string {
  return JSON.stringify(value).replace(unprintable, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
