import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { openDatabase } from "../../src/database/open.ts";
import { checkDatabase, type Found } from "./check-database.ts";
import type { Databases } from "./databases.ts";
import { killWriters } from "./kill-writers.ts";
import { chanceFrom } from "./random.ts";
import { atMost, type Line, step } from "./report.ts";
import { feeds, furnish, importArgs, killedIn, start, unlessWhole, type Workplace } from "./workplace.ts";

/**
 * Kills whatever writes, at moments of chance, and puts copies back that were taken at moments of chance. After each the site is opened
 * over what is there and has to give the right answers: all of the old data, or all of the new.
 */

const killsOfEach = 25;
const restores = 50;
const chance = chanceFrom(11);

/** A command of an operator's, and what may be there after it was killed. */
interface Victim {
  what: string;
  /** Brings about that there is something to do, the same or another thing each time. */
  prepare(round: number): void;
  args(round: number): string[];
  /** Says what is wrong beside wrong answers; null where nothing is. */
  judge(found: Found): string | null;
}

export async function measureKills(databases: Databases): Promise<Line[]> {
  const real = await databases.programs(0);
  const place = furnish(join(databases.folder, "kills"));
  const lines: Line[] = [];
  for (const victim of victimsIn(place)) {
    for (const ending of ["", "-wal", "-shm"]) rmSync(place.database + ending, { force: true });
    copyFileSync(real, place.database);
    lines.push(await step(`killing ${victim.what}`, () => killOften(place, victim)));
  }
  lines.push(await step("restoring copies", () => restoreOften(place)));
  return [...lines, ...(await killWriters(real, join(databases.folder, "writers")))];
}

function victimsIn(place: Workplace): Victim[] {
  const programs = new Set<number>();
  return [
    {
      what: "a first start",
      prepare() {
        for (const file of readdirSync(place.folder).filter((name) => name.startsWith("porchlight"))) rmSync(join(place.folder, file));
      },
      args: () => ["dist/server.js"],
      judge: ({ programs: count }) => (count === 0 || count > 100 ? null : `${count} programs`),
    },
    { what: "the import of a feed", prepare: () => undefined, args: (round) => importArgs(place, round), judge: unlessWhole },
    {
      what: "an index",
      prepare() {
        for (const file of readdirSync(place.folder).filter((name) => name.endsWith(".index"))) rmSync(join(place.folder, file));
      },
      args: () => ["dist/cli.js", "catalog", "index"],
      judge: unlessWhole,
    },
    {
      what: "the import of a catalog",
      prepare: () => undefined,
      args: (round) => ["dist/cli.js", "catalog", "import", ...(round % 2 === 0 ? [place.few] : [])],
      judge({ programs: count }) {
        programs.add(count);
        return programs.size <= 2 ? null : `${count} programs, neither the old ones nor the new`;
      },
    },
  ];
}

/** Kills a command again and again, each time at another moment of the time that it takes. */
async function killOften(place: Workplace, { what, prepare, args, judge }: Victim): Promise<Line> {
  prepare(0);
  const begun = performance.now();
  await finished(start(place, args(0)));
  const usual = performance.now() - begun;
  const faults: string[] = [];
  let killed = 0;
  for (let round = 1; killed < killsOfEach && round <= 2 * killsOfEach; round++) {
    prepare(round);
    if (await killedIn(start(place, args(round)), chance.next() * usual)) killed++;
    const found = checkDatabase(place.database);
    const fault = found.fault ?? judge(found);
    if (fault !== null) faults.push(fault);
  }
  return atMost(`wrong after ${what} was killed`, faults.length, 0, String, [`of ${killed} kills`, ...faults.slice(0, 1)].join("; "));
}

/** Waits until a command has ended, or a server listens. */
async function finished(child: ChildProcess): Promise<void> {
  const ended = once(child, "close");
  child.stdout!.on("data", (chunk: Buffer) => {
    if (chunk.includes("is open at")) child.kill("SIGKILL");
  });
  await ended;
}

/** The ways in which an operator may take a copy. */
const copyKinds = ["while it is written, as the README says", "after a kill, with its -wal", "after a kill, without its -wal"] as const;

/**
 * Imports one feed after another, takes a copy at some moment of each, and puts one of all copies back, with the index files of every
 * time beside it; then it imports once more over that.
 */
async function restoreOften(place: Workplace): Promise<Line> {
  const shelf = join(place.folder, "shelf");
  const indexes = join(place.folder, "indexes");
  for (const made of [shelf, indexes]) mkdirSync(made);
  const faults: string[] = [];
  for (let round = 0; round < restores; round++) {
    await copyDuringImport(place, join(shelf, String(round)), copyKinds[round % copyKinds.length]!, round);
    keepIndexes(place, indexes);
    putBack(place, join(shelf, String(chance.below(round + 1))));
    for (const file of readdirSync(indexes)) copyFileSync(join(indexes, file), join(place.folder, file));
    const found = checkDatabase(place.database);
    if (round % 2 === 0) await finished(start(place, importArgs(place, chance.below(feeds))));
    const after = checkDatabase(place.database);
    faults.push(...[found, after].flatMap((one) => one.fault ?? unlessWhole(one) ?? []));
  }
  return atMost("wrong after a copy was put back", faults.length, 0, String, [`of ${restores} copies`, ...faults.slice(0, 1)].join("; "));
}

async function copyDuringImport(place: Workplace, copy: string, kind: (typeof copyKinds)[number], round: number): Promise<void> {
  const child = start(place, importArgs(place, round));
  const moment = chance.next() * 1500;
  if (kind === copyKinds[0]) {
    const ended = finished(child);
    await wait(moment);
    const db = openDatabase(place.database);
    await db.backup(copy);
    db.close();
    await ended;
    return;
  }
  await killedIn(child, moment);
  copyFileSync(place.database, copy);
  const wal = `${place.database}-wal`;
  if (kind === copyKinds[1] && existsSync(wal)) copyFileSync(wal, `${copy}-wal`);
}

function keepIndexes({ folder }: Workplace, to: string): void {
  for (const file of readdirSync(folder).filter((name) => name.endsWith(".index"))) copyFileSync(join(folder, file), join(to, file));
}

function putBack({ database }: Workplace, copy: string): void {
  for (const ending of ["", "-wal", "-shm"]) {
    rmSync(database + ending, { force: true });
    if (existsSync(copy + ending)) copyFileSync(copy + ending, database + ending);
  }
}
