import { isDeepStrictEqual } from "node:util";
import { type Node, parseTree } from "jsonc-parser";

/** Maximum columns of a line of JSON, as in biome.json. */
const maxWidth = 160;
/** An object with more fields is written over several lines, unless the old text has it on one. */
const maxInlineFields = 3;

/** The old text of a value, and the value with all its defaults. */
interface Old {
  text: string;
  node: Node;
  value: unknown;
}

/**
 * Writes a value as JSON in the style of an older text of it: unchanged parts keep their bytes, and changed parts their layout. `before` is
 * the value of the old text, including the defaults that it omits; those remain omitted. `old` is null if there is no older text.
 */
export function rewriteJson(value: unknown, old: { text: string; before: unknown } | null): string {
  const node = old === null ? undefined : parseTree(old.text);
  if (old === null || node === undefined) return `${write(value, 0, 0, null)}\n`;
  const { text } = old;
  return text.slice(0, node.offset) + write(value, 0, 0, { text, node, value: old.before }) + text.slice(node.offset + node.length);
}

/** `column` is where the value begins, `depth` the indentation level of its line. */
function write(value: unknown, depth: number, column: number, old: Old | null): string {
  if (old !== null && isDeepStrictEqual(value, old.value)) return old.text.slice(old.node.offset, old.node.offset + old.node.length);
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const isArray = Array.isArray(value);
  const [open, close] = isArray ? ["[", "]"] : ["{", "}"];
  const parts = (width: number) => (isArray ? elements(value, depth + 1, width, old) : fields(value, depth + 1, width, old));
  const inline = inlined(parts(column), open, close);
  if (!mustBreak(value, old) && !inline.includes("\n") && column + inline.length < maxWidth) return inline;
  const lines = parts((depth + 1) * 2).map((part) => `${"  ".repeat(depth + 1)}${part}`);
  return `${open}\n${lines.join(",\n")}\n${"  ".repeat(depth)}${close}`;
}

function inlined(parts: readonly string[], open: string, close: string): string {
  const space = open === "{" && parts.length > 0 ? " " : "";
  return open + space + parts.join(", ") + space + close;
}

/** Whether an object is broken over lines even if it would fit on one: as in the old text, since the formatter keeps either. Never an array. */
function mustBreak(value: object, old: Old | null): boolean {
  const count = Object.keys(value).length;
  if (Array.isArray(value) || count === 0) return false;
  return old?.node.type === "object" ? isBroken(old) : count > maxInlineFields;
}

function isBroken({ text, node }: Old): boolean {
  return /^\{\s*\n/.test(text.slice(node.offset, node.offset + node.length));
}

function fields(value: object, depth: number, column: number, old: Old | null): string[] {
  const known = old?.node.type === "object" ? propertiesOf(old) : new Map<string, Old>();
  const implied = old !== null && isObject(old.value) ? old.value : {};
  const now = new Map(Object.entries(value));
  const added = [...now.keys()].filter((name) => !known.has(name) && !(name in implied && isDeepStrictEqual(implied[name], now.get(name))));
  return [...[...known.keys()].filter((name) => now.has(name)), ...added].map((name) => {
    const label = `${JSON.stringify(name)}: `;
    return label + write(now.get(name), depth, column + label.length, known.get(name) ?? null);
  });
}

function propertiesOf({ text, node, value }: Old): Map<string, Old> {
  const values = isObject(value) ? value : {};
  const properties = (node.children ?? []).flatMap(({ children }) => {
    const [name, child] = children ?? [];
    return name && child ? [[String(name.value), { text, node: child, value: values[String(name.value)] }] as const] : [];
  });
  return new Map(properties);
}

/** An element of the old text keeps its text wherever it is now; any other takes the layout of the old element at its index. */
function elements(value: readonly unknown[], depth: number, column: number, old: Old | null): string[] {
  const values = old !== null && Array.isArray(old.value) ? (old.value as unknown[]) : [];
  const known = (old?.node.type === "array" ? (old.node.children ?? []) : []).map((node, at) => ({
    text: old!.text,
    node,
    value: values[at],
  }));
  return value.map((one, at) => write(one, depth, column, known.find((other) => isDeepStrictEqual(other.value, one)) ?? known[at] ?? null));
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);
