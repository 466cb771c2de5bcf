import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { catalogFolder } from "../../src/catalog/read.ts";
import { en } from "../../src/words/en.ts";
import type { Words } from "../../src/words/words.ts";

/**
 * A language made of English in ⟦brackets⟧, and a catalog in «quotes»: what a page says outside of both is said by neither. What is
 * handed to a function of the words stays outside of its brackets, so that no page can say something of its own through one.
 */
export const bracketed: Words = { ...bracket(en), language: "en" };

function bracket<Value>(value: Value): Value;
function bracket(value: unknown): unknown {
  if (typeof value === "string") return `⟦${value}⟧`;
  if (typeof value === "function") return (...given: unknown[]) => around(Reflect.apply(value, null, given), stringsIn(given));
  if (Array.isArray(value)) return value.map(bracket);
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, bracket(part)]));
  return value;
}

/** What a function said, in brackets that are closed around what it was given. */
function around(said: unknown, given: readonly string[]): unknown {
  if (Array.isArray(said)) return said.map((one) => around(one, given));
  if (typeof said !== "string") return said;
  const parts = given.filter((part) => part !== "").toSorted((a, b) => b.length - a.length);
  if (parts.length === 0) return `⟦${said}⟧`;
  const any = new RegExp(parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|"), "g");
  return `⟦${said.replace(any, (part) => `⟧${part}⟦`)}⟧`;
}

function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

/** The fields of listings that are shown as they are, in whatever language: names, and texts in their languages. */
const shown = new Set([
  ...["en", "es", "name", "alsoKnownAs", "operator", "place", "role", "vanity"],
  ...["title", "authors", "publisher", "citation"],
]);

/** A copy of the catalog in a folder of its own, with all that it says in «quotes». */
export function quotedCatalog(): string {
  const folder = mkdtempSync(join(tmpdir(), "quoted-catalog-"));
  cpSync(catalogFolder, folder, { recursive: true });
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
    if (!name.endsWith(".json") || name === "synonyms.json") continue;
    const file = join(folder, name);
    writeFileSync(file, JSON.stringify(quoteShown(JSON.parse(readFileSync(file, "utf8")), false)));
  }
  return folder;
}

/** The value with its shown texts in «quotes». `isShown`: it is itself the value of a field that is shown. */
export function quoteShown(value: unknown, isShown: boolean): unknown {
  if (typeof value === "string") return isShown ? `«${value}»` : value;
  if (Array.isArray(value)) return value.map((part) => quoteShown(part, isShown));
  if (typeof value !== "object" || value === null) return value;
  const isAddress = "kind" in value && value.kind === "address";
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, quoteShown(part, shown.has(key) || (isAddress && key === "value"))]),
  );
}

/** What is left of a text without all that is in ⟦brackets⟧ and «quotes», however deep. */
export function outsideBrackets(text: string): string {
  let depth = 0;
  let outside = "";
  for (const character of text) {
    if ("⟦«".includes(character)) depth++;
    outside += depth === 0 ? character : " ";
    if ("⟧»".includes(character)) depth--;
  }
  return outside;
}
