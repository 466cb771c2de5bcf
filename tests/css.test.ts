import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

/** Classes in the style sheets and in the templates are the same ones, and each sheet is loaded once. */

const root = join(import.meta.dirname, "..");
const read = (folder: string, ending: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(ending))
    .map((file) => ({ file, text: readFileSync(join(root, folder, file), "utf8") }));

const sheets = read("public/css", ".css").map(({ file, text }) => ({ file, text: text.replace(/\/\*[\s\S]*?\*\//g, "") }));
const entries = ["site.css", "reading.css", "desk.css"];
/** Linked by the pages that need them. */
const alone = ["form.css"];
const styled = new Set(
  sheets
    .filter(({ file }) => !entries.includes(file))
    .flatMap(({ text }) => [...text.matchAll(/\.([a-z][a-z-]*)/g)].map(([, name]) => name!)),
);

/** Each class attribute of the templates, with what EJS puts into it: `class="<%= it.primary ? "button" : "button-outline" %>"`. */
const attributes = read("views", ".ejs").flatMap(({ text }) =>
  [...text.matchAll(/ class="((?:<%[\s\S]*?%>|[^"])*)"/g)].map(([, value]) => value!),
);
/** Classes written out, those in an EJS expression included. */
const written = attributes.flatMap((value) => {
  const chosen = [...value.matchAll(/<%=[\s\S]*?%>/g)].flatMap(([code]) => [...code.matchAll(/[?:] "([^"]+)"/g)].map(([, name]) => name!));
  return [value.replace(/<%[\s\S]*?%>/g, " "), ...chosen].join(" ").split(/\s+/).filter(Boolean);
});
/** How dark a state is on the map: these come from the page as they are. */
const levels = ["none", "some", "many"];

describe("the style sheets", () => {
  it("style every class that a template names", () => {
    expect(written.length).toBeGreaterThan(50);
    expect([...new Set(written)].filter((name) => !styled.has(name))).toEqual([]);
  });

  it("style no class that no template names", () => {
    expect([...styled].filter((name) => !written.includes(name) && !levels.includes(name))).toEqual([]);
  });

  it("are each imported by one of the entries", () => {
    const imported = sheets
      .filter(({ file }) => entries.includes(file))
      .flatMap(({ text }) => [...text.matchAll(/@import "([^"]+)"/g)].map(([, file]) => file!));
    expect(imported.sort()).toEqual(
      sheets
        .map(({ file }) => file)
        .filter((file) => ![...entries, ...alone].includes(file))
        .sort(),
    );
  });
});
