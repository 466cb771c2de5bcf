import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { describe, expect, it } from "vitest";

/** The rules of the house that a machine can check: who may import whom, and who may say what. */

const root = join(import.meta.dirname, "..");
const files = (folder: string, ending: string) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(ending))
    .map((file) => `${folder}/${file}`);
const sources = files("src", ".ts").map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));

/** From the cellar to the roof. A room imports from its own and from those below it. */
const floors = [
  ["root.ts"],
  ["listing", "database", "words", "config.ts", "log.ts"],
  ["facets", "places"],
  ["collection"],
  ["programs", "library", "meetings"],
  ["catalog", "feeds", "formats"],
  ["web"],
  ["pages"],
  ["app.ts", "cli-feeds.ts", "background.ts"],
  ["server.ts", "cli.ts", "build.ts"],
];

/** The room of a path: its folder under src, or the file itself. */
const roomOf = (path: string) => path.split("/")[1]!;
const floorOf = (room: string) => floors.findIndex((rooms) => rooms.includes(room));

function importsOf({ path, text }: { path: string; text: string }): string[] {
  return [...text.matchAll(/from "(\.[^"]+)"/g)].map(([, target]) => posix.join(posix.dirname(path), target!));
}

describe("the house", () => {
  it("has a floor for every room", () => {
    expect(sources.map(({ path }) => roomOf(path)).filter((room) => floorOf(room) === -1)).toEqual([]);
  });

  it("imports only downwards, and rooms on one floor are strangers", () => {
    const wrong = sources.flatMap((source) =>
      importsOf(source)
        .filter((target) => roomOf(target) !== roomOf(source.path) && floorOf(roomOf(target)) >= floorOf(roomOf(source.path)))
        .map((target) => `${source.path} → ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it("reads requests and writes responses only in pages, web and app; feeds/fetch asks others and answers nobody", () => {
    const speakers = sources.filter(({ text }) => /from "(node:https?|express)"/.test(text)).map(({ path }) => path);
    const others = speakers.filter((path) => !["pages", "web", "app.ts", "server.ts"].includes(roomOf(path)));
    expect(others).toEqual(["src/feeds/fetch/fetch.ts"]);
  });

  it("keeps programs out of the rooms that have never heard of them", () => {
    const gossips = sources.filter(
      ({ path, text }) => ["web", "facets"].includes(roomOf(path)) && /from "\.\.\/(programs|library)\//.test(text),
    );
    expect(gossips.map(({ path }) => path)).toEqual([]);
  });

  it("holds SQL only in nouns, collections, imports and the database", () => {
    const talking = sources.filter(({ text }) => /\.(prepare|exec)[<(]/.test(text)).map(({ path }) => roomOf(path));
    expect(
      talking.filter((room) => !["programs", "library", "collection", "catalog", "database", "meetings", "feeds", "places"].includes(room)),
    ).toEqual([]);
  });

  it("reads the environment and the clock only at the edges", () => {
    const edges = ["src/config.ts", "src/server.ts", "src/cli.ts", "src/cli-feeds.ts"];
    const readers = sources.filter(({ text }) => /process\.env|Date\.now\(|new Date\(\)/.test(text)).map(({ path }) => path);
    expect(readers.filter((path) => !edges.includes(path))).toEqual([]);
  });

  it("has no file over 200 lines, the words excepted", () => {
    const long = [...sources, ...files("views", ".ejs").map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }))]
      .filter(({ path }) => roomOf(path) !== "words")
      .map(({ path, text }) => ({ path, lines: text.split("\n").length - 1 }))
      .filter(({ lines }) => lines > 200);
    expect(long).toEqual([]);
  });

  it("says English only in words: templates hold none", () => {
    const talkative = files("views", ".ejs").filter((path) => {
      const text = readFileSync(join(root, path), "utf8")
        .replace(/<%[\s\S]*?%>/g, "")
        .replace(/<[^>]*>/g, "");
      return /[A-Za-z]{2,}/.test(text);
    });
    expect(talkative).toEqual([]);
  });

  it("has no drawer for odds and ends", () => {
    expect(
      sources.map(({ path }) => path).filter((path) => /(utils?|helpers?|services?|managers?|controllers?|index)\//.test(path)),
    ).toEqual([]);
  });
});
