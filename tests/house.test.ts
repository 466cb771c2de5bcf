import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join, posix } from "node:path";
import type { IRoute } from "express";
import { pino } from "pino";
import { describe, expect, it } from "vitest";
import { createApp } from "../src/app.ts";
import { openTestSite } from "./support/site.ts";

/** The rules of the house that a machine can check: who may import whom, and who may say what. */

interface SourceFile {
  path: string;
  text: string;
}

const root = join(import.meta.dirname, "..");
const files = (folder: string, ending: string): SourceFile[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(ending))
    .map((file) => ({ path: `${folder}/${file}`, text: readFileSync(join(root, folder, file), "utf8") }));
const sources = files("src", ".ts");
const templates = files("views", ".ejs");

/** Lowest floor first, as CONTRIBUTING lists them. A room imports from itself and from the floors below it. */
const guide = readFileSync(join(root, "CONTRIBUTING.md"), "utf8");
const floors = guide
  .match(/^ {4}root ·[\s\S]*?(?=\n\n)/m)![0]
  .split("·")
  .map((floor) => floor.trim().split(/\s+/));

/** The room of a path: its folder under src, or the file itself. */
const roomOf = (path: string) => path.split("/")[1]!;
const floorOf = (room: string) => floors.findIndex((rooms) => rooms.includes(room.replace(/\.ts$/, "")));

function importsOf({ path, text }: SourceFile): string[] {
  return [...text.matchAll(/(?:from|import) "(\.[^"]+)"/g)].map(([, target]) => posix.join(posix.dirname(path), target!));
}

/** The files that one can come back to by following imports, each once. */
function circles(): string[] {
  const imports = new Map(sources.map((source) => [source.path, importsOf(source)]));
  const finished = new Set<string>();
  const found = new Set<string>();
  const visit = (path: string, trail: readonly string[]) => {
    if (trail.includes(path)) found.add([...trail.slice(trail.indexOf(path)), path].join(" → "));
    else if (!finished.has(path)) {
      for (const target of imports.get(path) ?? []) visit(target, [...trail, path]);
      finished.add(path);
    }
  };
  for (const { path } of sources) visit(path, []);
  return [...found];
}

/** What a pattern finds in each file: "src/a.ts: found". */
function offenders(among: readonly SourceFile[], pattern: RegExp): string[] {
  return among.flatMap(({ path, text }) => [...text.matchAll(pattern)].map(([found]) => `${path}: ${found}`));
}

describe("the house", () => {
  it("has a floor for every room, and a room for every name", () => {
    const rooms = new Set(sources.map(({ path }) => roomOf(path).replace(/\.ts$/, "")));
    expect([...rooms].sort()).toEqual(floors.flat().sort());
  });

  it("imports only downwards, and rooms on one floor are strangers", () => {
    const wrong = sources.flatMap((source) =>
      importsOf(source)
        .filter((target) => roomOf(target) !== roomOf(source.path) && floorOf(roomOf(target)) >= floorOf(roomOf(source.path)))
        .map((target) => `${source.path} → ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it("has no circles", () => {
    expect(circles()).toEqual([]);
  });

  it("reads requests and writes responses only in pages, web and app; fetch and feeds/fetch ask others and answer nobody", () => {
    const speakers = sources.filter(({ text }) => /from "(node:https?|express)"/.test(text)).map(({ path }) => path);
    const others = speakers.filter((path) => !["pages", "web", "app.ts", "server.ts"].includes(roomOf(path)));
    expect(others.sort()).toEqual(["src/feeds/fetch/fetch.ts", "src/fetch/ask.ts"]);
  });

  it("holds SQL only in nouns, the engine, imports and the database", () => {
    const holders = sources.filter(({ text }) => /\.(prepare|exec)[<(]|\bstatement\(/.test(text)).map(({ path }) => roomOf(path));
    const allowed = [
      "programs",
      "library",
      "meetings",
      "editors",
      "changes",
      "calls",
      "notes",
      "reports",
      "links",
      "sheets",
      "places",
      "feeds",
      "search",
      "database",
    ];
    expect(holders.filter((room) => !allowed.includes(room))).toEqual([]);
  });

  it("reads files of the catalog only in catalog, and others at the edges", () => {
    const readers = sources.filter(({ text }) => /from "node:fs"/.test(text)).map(({ path }) => roomOf(path));
    const allowed = [
      "catalog",
      "commands",
      "database",
      "feeds",
      "links",
      "places",
      "reports",
      "search",
      "web",
      "launch.ts",
      "keep-code.ts",
      "build.ts",
      "build-programs.ts",
    ];
    expect(readers.filter((room) => !allowed.includes(room))).toEqual([]);
    expect(
      offenders(
        sources.filter(({ path }) => roomOf(path) === "search"),
        /readFileSync\((?!fileOf)/g,
      ),
    ).toEqual([]);
  });

  it("reads the environment and the clock only at the edges", () => {
    const edges = ["src/config.ts", "src/server.ts", "src/cli.ts"];
    const readers = sources.filter(({ text }) => /process\.env|Date\.now\(|new Date\(\)/.test(text)).map(({ path }) => path);
    expect(readers.filter((path) => !edges.includes(path) && roomOf(path) !== "commands")).toEqual([]);
  });

  it("starts other processes from lists of arguments alone, without a shell, and only its own", () => {
    const starters = sources.filter(({ text }) => text.includes('"node:child_process"')).map(({ path }) => path);
    expect(starters).toEqual(["src/keep-code.ts", "src/commands/limited-process.ts", "src/site/background.ts"]);
    const among = sources.filter(({ path }) => starters.includes(path));
    expect(offenders(among, /\bshell:|\bexec(?:File)?(?:Sync)?\(|spawn\((?!process\.execPath,)/g)).toEqual([]);
  });

  it("takes what readers and editors send at the desk, in reports and in suggestions alone, and reads it by form.ts", () => {
    const { stack } = createApp(openTestSite(), pino({ level: "silent" })).router;
    const methodsOf = (route: IRoute) => route.stack.map(({ method }) => method);
    const writing = stack.flatMap(({ route }) =>
      route && methodsOf(route).some((name) => name && name !== "get") ? [route.path].flat() : [],
    );
    expect(writing.filter((path) => !/^(\/[a-z]{2})?\/(report|suggest)(\/|$)/.test(path))).toEqual([]);
    // The desk: its own test (tests/pages/desk/guard.test.ts) walks its table.
    expect(stack.filter(({ name }) => name === "router")).toHaveLength(1);
    expect(offenders(sources, /\breq\.body\b/g).filter((found) => !found.startsWith("src/web/form.ts"))).toEqual([]);
  });

  it("makes no pattern while it runs, so none from input", () => {
    expect(offenders(sources, /^[ \t]+.*\bRegExp\(.*/gm)).toEqual([]);
  });

  it("has no file over 200 lines", () => {
    const long = [...sources, ...templates]
      .map(({ path, text }) => ({ path, lines: text.split("\n").length - 1 }))
      .filter(({ lines }) => lines > 200);
    expect(long).toEqual([]);
  });

  it("says English only in words: templates hold none", () => {
    const bare = templates.map(({ path, text }) => ({ path, text: text.replace(/<%[\s\S]*?%>/g, "").replace(/<[^>]*>/g, "") }));
    expect(offenders(bare, /[A-Za-z]{2,}/g)).toEqual([]);
  });

  it("has no drawer for odds and ends, and no file that only passes things on", () => {
    const paths = sources.map(({ path }) => path);
    expect(
      paths.filter((path) => /(utils?|helpers?|services?|managers?|controllers?|repository|repositories)[/.]|\/index\.ts$/.test(path)),
    ).toEqual([]);
    expect(offenders(sources, /^export (\*|\{[^}]*\}) from .*$/gm)).toEqual([]);
  });

  it("exports no two things of one name", () => {
    const exported = sources.flatMap(({ path, text }) =>
      [...text.matchAll(/^export (?:async )?(?:function\*?|const|interface|type|class) (\w+)/gm)].map(([, name]) => ({
        name: name!,
        path,
      })),
    );
    const twice = exported.filter(({ name }, at) => exported.findIndex((other) => other.name === name) !== at);
    expect(twice.map(({ name, path }) => `${name} in ${path}`)).toEqual([]);
  });

  it("gives two files of one floor the same name only where they are the same part of two things", () => {
    const parts = [
      ...["facets", "card", "find", "open", "search", "save", "results", "row", "printed", "meetings"],
      ...["parse", "place", "ways-to-join", "import", "read", "document", "program", "meeting"],
    ];
    const named = sources.map(({ path }) => ({ path, name: basename(path, ".ts"), floor: floorOf(roomOf(path)) }));
    const twice = named.filter(({ name, floor }, at) => named.findIndex((other) => other.name === name && other.floor === floor) !== at);
    expect(twice.filter(({ name }) => !parts.includes(name)).map(({ path }) => path)).toEqual([]);
  });

  it("is where CONTRIBUTING says it is", () => {
    const rows = [...guide.matchAll(/^\| [^|]+ \| `([^`]+)` \| `([^`]+)` \|$/gm)];
    expect(rows.length).toBeGreaterThanOrEqual(30);
    const outdated = rows.filter(
      ([, file, wanted]) => !existsSync(join(root, file!)) || !readFileSync(join(root, file!), "utf8").includes(wanted!),
    );
    expect(outdated.map(([row]) => row)).toEqual([]);
  });
});
