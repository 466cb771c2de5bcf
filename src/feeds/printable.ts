/** Controls, which move a terminal's cursor or begin a line of their own, and the characters that turn the direction of writing. */
const unprintable = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** A stranger's text in one line of a terminal or a log: what is no letter there is written as \x1b or \u202e. */
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

/** A value as JSON in one line, for a terminal too: JSON.stringify leaves the characters above 0x7f as they are. */
export function printableJson(value: unknown): string {
  return JSON.stringify(value).replace(unprintable, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
