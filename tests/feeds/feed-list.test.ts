import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { addFeed, feedsFile, readFeeds, removeFeed } from "../../src/feeds/feed-list.ts";
import { run } from "../support/process.ts";

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "feeds-"));
  path = join(folder, "feeds.json");
});
afterEach(() => rmSync(folder, { recursive: true }));

const prairie = {
  id: "prairie",
  name: "Prairie list",
  url: "https://prairie.example.org/meetings.json",
  file: null,
  shape: "auto" as const,
  program: "smart-recovery",
  zone: "America/Chicago",
  region: null,
  contact: null,
  licence: null,
  timeout: null,
  asked: null,
  on: true,
};
const mesa = { id: "mesa", file: "mesa.csv", program: "al-anon" };
const write = (content: unknown) => writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));

describe("the feeds that come with the project", () => {
  it("are examples of each shape, all switched off, at addresses that belong to nobody", () => {
    const feeds = readFeeds(feedsFile);
    expect(feeds.map(({ shape, on }) => [shape, on])).toEqual([
      ["meeting-guide", false],
      ["bmlt", false],
      ["csv", false],
    ]);
    for (const { url } of feeds) expect(url ?? "https://a.example.org/").toMatch(/^https:\/\/[a-z]+\.example\.org\//);
  });
});

describe("reading the operator's feeds", () => {
  it("fills in what is left out: switched off, its shape to be found", () => {
    write([mesa]);
    expect(readFeeds(path)).toEqual([{ ...prairie, ...mesa, name: null, url: null, zone: null, on: false }]);
  });

  it("forgives the mark that Windows puts before a text", () => {
    write(`\uFEFF${JSON.stringify([prairie])}`);
    expect(readFeeds(path)).toEqual([prairie]);
  });

  it.each([
    [{ ...prairie, id: "Prairie One" }, /"Prairie One":\n {2}id: an id is lower-case words/],
    [{ ...prairie, id: undefined }, /feed 1:\n {2}id: give an id/],
    [{ ...prairie, url: "ftp://prairie.example.org" }, /url: give a whole web address/],
    [{ ...prairie, file: "a.csv" }, /url: give either a url or a file/],
    [{ ...prairie, url: null }, /url: give either a url or a file/],
    [{ ...prairie, shape: "ical" }, /shape: the shape is one of meeting-guide, bmlt, csv, auto/],
    [{ ...prairie, program: null }, /program: give the id of a program/],
    [{ ...prairie, zone: "Texas/Lubbock" }, /zone: give a time zone such as America\/Chicago/],
    [{ ...prairie, zone: "+05:00" }, /zone: give a time zone/],
    [{ ...prairie, timeout: 2 }, /timeout: give at least 5 seconds/],
    [{ ...prairie, timeout: 900 }, /timeout: give at most 300 seconds/],
    [{ ...prairie, timeout: "60" }, /timeout: give 5 to 300 seconds for one answer, or null/],
    [{ ...prairie, on: "yes" }, /on: write true or false/],
    [{ ...prairie, links: "x" }, /links: no such field; the fields are id, name, url/],
    [7, /feed 1:\n/],
  ])("names file, field and cure: %j", (feed, words) => {
    write([feed]);
    expect(() => readFeeds(path)).toThrow(words);
    expect(() => readFeeds(path)).toThrow(path);
  });

  it("names a file that is missing, broken, no list, or has an id twice", () => {
    expect(() => readFeeds(path)).toThrow(/cannot be read .* Write \[\] into it/);
    write('[\n  {"id": "prairie",}\n]');
    expect(() => readFeeds(path)).toThrow(/not valid JSON: line 2, column 20/);
    write({ feeds: [] });
    expect(() => readFeeds(path)).toThrow("must hold a list of feeds");
    write([prairie, { ...mesa, id: "prairie" }]);
    expect(() => readFeeds(path)).toThrow('two feeds have the id "prairie"');
  });
});

describe("changing the operator's feeds", () => {
  it("adds at the end and removes by id, and leaves nothing else behind", () => {
    write([prairie]);
    addFeed(path, mesa);
    expect(readFeeds(path).map(({ id }) => id)).toEqual(["prairie", "mesa"]);
    removeFeed(path, "prairie");
    expect(readFeeds(path).map(({ id }) => id)).toEqual(["mesa"]);
    expect(readdirSync(folder)).toEqual(["feeds.json", "feeds.json-lock"]);
  });

  it("refuses with a sentence, and the file stays as it was", () => {
    write([prairie]);
    const before = readFileSync(path, "utf8");
    expect(() => addFeed(path, { ...mesa, id: "prairie" })).toThrow('already has a feed with the id "prairie". Choose another id');
    expect(() => addFeed(path, { ...mesa, zone: "Mars" })).toThrow(/the new feed "mesa":\n {2}zone:/);
    expect(() => removeFeed(path, "mesa")).toThrow('no feed with the id "mesa". It has: prairie.');
    expect(readFileSync(path, "utf8")).toBe(before);
  });

  it("loses nothing when it cannot write", () => {
    write([prairie]);
    mkdirSync(`${path}.${process.pid}.new`);
    expect(() => addFeed(path, mesa)).toThrow(/could not be written .* it is as it was/);
    expect(readFeeds(path)).toEqual([prairie]);
  });
});

describe("several changes at once", () => {
  it("are all made, from eight shells", async () => {
    write([]);
    const ids = ["a", "b", "c", "d", "e", "f", "g", "h"];
    const shells = ids.map((id) => run("tests/support/add-feed.ts", [path, id], {}));
    for (const { ended, said } of shells) expect([await ended, said()]).toEqual([0, ""]);
    expect(
      readFeeds(path)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(ids);
    expect(readdirSync(folder)).toEqual(["feeds.json", "feeds.json-lock"]);
  });

  it("are all made by eight shells that wait for one that is killed with the list locked", async () => {
    write([]);
    const holder = run("tests/support/hold-lock.ts", [path], {});
    await holder.until(/(locked)/);
    const ids = ["a", "b", "c", "d", "e", "f", "g", "h"].map((shell) => [1, 2, 3].map((number) => `${shell}${number}`));
    const shells = ids.map((own) => run("tests/support/add-feed.ts", [path, ...own], {}));
    holder.child.kill("SIGKILL");
    for (const { ended, said } of shells) expect([await ended, said()]).toEqual([0, ""]);
    expect(
      readFeeds(path)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(ids.flat());
  });

  it("are refused in a sentence where the list cannot be locked", () => {
    write([]);
    mkdirSync(`${path}-lock`);
    expect(() => addFeed(path, mesa)).toThrow(/feeds\.json could not be locked .* it is as it was\./);
  });
});
