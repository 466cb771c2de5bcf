import { printParseErrorCode, visit } from "jsonc-parser";

/** Parses JSON and locates errors: JSON.parse gives a position only for some, and repairing a feed takes the line. */

/** Returns the value, or a sentence with the line, the column and what is wrong there. */
export function parseJson(text: string): { value: unknown } | { problem: string } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { problem: findFault(text) ?? (error as Error).message };
  }
}

/** Messages by jsonc-parser's names of errors; the sentence continues with the text found there. */
const faults: Readonly<Record<string, string>> = {
  InvalidSymbol: "a value, or a name in double quotes, was expected",
  PropertyNameExpected: "a name in double quotes was expected",
  ValueExpected: "a value was expected",
  ColonExpected: "a colon was expected",
  CommaExpected: "a comma was expected",
  CloseBraceExpected: "a closing } was expected",
  CloseBracketExpected: "a closing ] was expected",
  EndOfFileExpected: "the end of the text was expected",
  InvalidCommentToken: "JSON has no comments",
  UnexpectedEndOfComment: "JSON has no comments",
  UnexpectedEndOfString: "a text in double quotes is not closed in its line",
  UnexpectedEndOfNumber: "a number is not complete",
  InvalidUnicode: "a text has a backslash that means nothing",
  InvalidEscapeCharacter: "a text has a backslash that means nothing",
  InvalidCharacter: "a text has a control character",
};

/** Describes the first error; null if the parser finds none. It is recursive: text nested too deep for its stack is reported as such. */
function findFault(text: string): string | null {
  const found: string[] = [];
  try {
    visit(
      text,
      {
        onError(code, offset, _length, line, column) {
          if (found.length > 0) return;
          const where = `line ${line + 1}, column ${column + 1}`;
          const fault = faults[printParseErrorCode(code)] ?? "something is wrong";
          found.push(
            offset >= text.length
              ? `${where}: the text ends too early; it may have been cut off`
              : `${where}: ${fault}, but it says ${quote(text.slice(offset, offset + 30))}`,
          );
        },
      },
      { disallowComments: true },
    );
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    found.push("its brackets are nested too deep to find the fault");
  }
  return found[0] ?? null;
}

const quote = (found: string) => `“${found.split(/[\r\n]/)[0]!.trimEnd() || "a line break"}”`;
