/**
 * JSON that says where it is broken. JSON.parse names a position only for some faults; somebody who mends a feed needs the line.
 * The grammar is RFC 8259's.
 */

type Parsed = { value: unknown } | { problem: string };

/** The text's value, or a sentence that names line, column and what was expected there. */
export function parseJson(text: string): Parsed {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { problem: describeFault(text) ?? (error as Error).message };
  }
}

const space = /[ \t\n\r]*/y;
/** Written without nested repeats, so that a broken text of many megabytes is passed in one go. */
const string = /"[ !#-[\]-\u{10ffff}]*(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})[ !#-[\]-\u{10ffff}]*)*"/uy;
const scalar = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

type Expected = "value" | "value or ]" | "name" | "name or }" | ":" | "comma" | "end";

function describeFault(text: string): string | null {
  const fault = findFault(text);
  if (fault === null) return null;
  const before = text.slice(0, fault.at).split("\n");
  const where = `line ${before.length}, column ${before.at(-1)!.length + 1}`;
  if (fault.at >= text.length) return `${where}: the text ends too early; it may have been cut off`;
  return `${where}: ${wanted(fault)} was expected, but there stands ${quote(text.slice(fault.at, fault.at + 30))}`;
}

interface Fault {
  at: number;
  expected: Expected;
  /** The innermost bracket that is open there. */
  open: string | undefined;
}

const names: Record<Exclude<Expected, "comma">, string> = {
  value: "a value",
  "value or ]": "a value or ]",
  name: "a name in double quotes",
  "name or }": "a name in double quotes or }",
  ":": "a colon",
  end: "the end of the text",
};

const wanted = ({ expected, open }: Fault) => (expected === "comma" ? `a comma or ${closing(open)}` : names[expected]);
const closing = (open: string | undefined) => (open === "{" ? "}" : "]");
const quote = (found: string) => `“${found.split(/[\r\n]/)[0]!.trimEnd() || "a line break"}”`;

/** The first place at which the text leaves the grammar; null where this reader finds none. */
function findFault(text: string): Fault | null {
  const open: string[] = [];
  let expected: Expected = "value";
  let at = skip(space, text, 0);
  while (expected !== "end" || at < text.length) {
    const end = tokenEnd(text, at, expected, open.at(-1));
    if (end === at) return { at, expected, open: open.at(-1) };
    expected = next(text[at]!, expected, open);
    at = skip(space, text, end);
  }
  return null;
}

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** Where the token at this place ends; the place itself where no token that is expected begins. */
function tokenEnd(text: string, at: number, expected: Expected, open: string | undefined): number {
  const mark = text[at];
  if (mark === undefined || expected === "end") return at;
  if (expected === ":") return mark === ":" ? at + 1 : at;
  if (expected === "comma") return mark === "," || mark === closing(open) ? at + 1 : at;
  if (expected.endsWith(mark)) return at + 1;
  if (expected.startsWith("name")) return skip(string, text, at);
  return "[{".includes(mark) ? at + 1 : Math.max(skip(string, text, at), skip(scalar, text, at));
}

/** What may follow this token; `open` holds the brackets around it and is kept up to date. */
function next(mark: string, expected: Expected, open: string[]): Expected {
  if (expected === ":") return "value";
  if (expected.startsWith("name") && mark === '"') return ":";
  if (mark === ",") return open.at(-1) === "{" ? "name" : "value";
  if (mark === "[" || mark === "{") {
    open.push(mark);
    return mark === "[" ? "value or ]" : "name or }";
  }
  if (mark === "]" || mark === "}") open.pop();
  return open.length === 0 ? "end" : "comma";
}
