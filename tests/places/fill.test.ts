import { readdirSync, readFileSync } from "node:fs";
import Sqlite from "better-sqlite3";
import { describe, expect, it } from "vitest";
import { migrate } from "../../src/database/migrate.ts";
import { openDatabase } from "../../src/database/open.ts";
import { fillPlaces, savePlaces } from "../../src/places/fill.ts";
import { placesFrom } from "../../src/places/geonames.ts";
import { root } from "../../src/root.ts";
import { linesOf } from "./some-places.ts";

// cspell:ignore Exämple tsaintexample saintexample

const migrations = new URL("migrations/", root);

const geonames = [
  "US\t00002\tSt. Exämple\tMontana\tMT\tFlathead\t029\t\t\t48.06331\t-114.0726\t4",
  "US\t00001\tElsewhere\tVermont\tVT\t\t\t\t\t44\t-72.5\t1",
  "US\t00002\tSecond Thought\tMontana\tMT\tFlathead\t029\t\t\t48\t-114\t4",
  "US\t09007\tAPO AE\t\t\t\t\t\t\t49.4077\t8.6908\t",
  "US\t00003\tNowhere\tMontana\tMT\tFlathead\t029\t\t\t\t\t4",
  "not a line",
  "",
].join("\n");

describe("the ZIP codes", () => {
  it("are a line each in the order of their digits, without military post and what has no point", () => {
    expect(placesFrom(geonames).split("\n")).toEqual([
      "00001\tElsewhere\telsewhere\tVT\t\t44\t-72.5",
      "00002\tSt. Exämple\tsaintexample\tMT\tFlathead\t48.0633\t-114.0726",
    ]);
  });

  it("fill the database once, and again when they changed", () => {
    const db = openDatabase(":memory:");
    const zips = () => db.prepare("SELECT zip, county FROM places").raw().all();
    expect(savePlaces(db, placesFrom(geonames))).toBe(true);
    expect(savePlaces(db, placesFrom(geonames))).toBe(false);
    expect(zips()).toEqual([
      ["00001", null],
      ["00002", "Flathead"],
    ]);
    expect(savePlaces(db, placesFrom(geonames.split("\n")[1]!))).toBe(true);
    expect(zips()).toEqual([["00001", null]]);
  });

  it("make the towns and the counties that questions look up, and remake them when they change", () => {
    const db = openDatabase(":memory:");
    const all = (sql: string) => db.prepare(sql).raw().all();
    savePlaces(db, placesFrom(geonames));
    expect(all("SELECT folded, state, letters, zips FROM towns")).toEqual([
      ["elsewhere", "VT", 9, 1],
      ["saintexample", "MT", 12, 1],
    ]);
    expect(all("SELECT folded, state, name, latitude FROM counties")).toEqual([["flathead", "MT", "Flathead", 48.0633]]);
    savePlaces(db, placesFrom(geonames.split("\n")[1]!));
    expect(all("SELECT folded FROM towns")).toEqual([["elsewhere"]]);
    expect(all("SELECT folded FROM counties")).toEqual([]);
  });

  it("are filled anew in a database from before it had towns and counties", () => {
    const filled = openDatabase(":memory:");
    savePlaces(filled, placesFrom(geonames));
    const db = new Sqlite(":memory:");
    for (const file of readdirSync(migrations).sort().slice(0, 11)) db.exec(readFileSync(new URL(file, migrations), "utf8"));
    db.pragma("user_version = 11");
    db.prepare("INSERT INTO sources SELECT 'places', ?").run(
      filled.prepare("SELECT digest FROM sources WHERE name = 'places'").pluck().get(),
    );
    migrate(db);
    expect(savePlaces(db, placesFrom(geonames))).toBe(true);
    expect(db.prepare("SELECT count(*) FROM towns").pluck().get()).toBe(2);
  });

  it("stay as they are when the new ones cannot be read", () => {
    const db = openDatabase(":memory:");
    savePlaces(db, placesFrom(geonames));
    expect(() => savePlaces(db, "00001\tCut short")).toThrow();
    expect(db.prepare("SELECT count(*) FROM places").pluck().get()).toBe(2);
  });

  it("are left alone when they were never built", () => {
    expect(fillPlaces(openDatabase(":memory:"), new URL("missing.txt", import.meta.url))).toBe(false);
  });

  it("cover every state, the District of Columbia and the territories with people", () => {
    const lines = linesOf().split("\n");
    expect(lines.length).toBeGreaterThan(40_000);
    const states = new Set(lines.map((line) => line.split("\t")[3]));
    expect(states.size).toBeGreaterThanOrEqual(56);
    for (const territory of ["PR", "VI", "GU", "MP", "AS"]) expect(states).toContain(territory);
  });
});
