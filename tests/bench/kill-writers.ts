import type { ChildProcess } from "node:child_process";
import { copyFileSync, existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { ledgerIdentity } from "../../src/changes/identity.ts";
import { historyOf } from "../../src/changes/since.ts";
import { refuseDamaged } from "../../src/database/backup.ts";
import { type Database, openDatabase } from "../../src/database/open.ts";
import { findProgram } from "../../src/programs/find.ts";
import { checkDatabase } from "./check-database.ts";
import { chanceFrom } from "./random.ts";
import { atMost, type Line, step } from "./report.ts";
import { feeds, furnish, importArgs, killedIn, start, unlessWhole, type Workplace } from "./workplace.ts";

/**
 * Kills an editor together with an import, a backup or a restore, each at a moment of its own. After each the database has to open without
 * a fault, and every edit that was ever confirmed has to be in it; or, where a backup has taken its place, in the one kept aside.
 */

const minKills = 100;
const chance = chanceFrom(17);

/** What is known before a round. */
interface Known {
  identity: string;
  /** The ids of all edits that were confirmed. */
  confirmed: Set<string>;
}

export async function killWriters(real: string, folder: string): Promise<Line[]> {
  const place = furnish(folder);
  copyFileSync(real, place.database);
  const known: Known = { identity: identityOf(place.database), confirmed: new Set() };
  const faults: string[] = [];
  let [kills, edits, lost, restored, rounds] = [0, 0, 0, 0, 0];
  await step("killing editors, imports, backups and restores", async () => {
    while (kills < minKills) {
      const before = new Set(known.confirmed);
      const { killed, said } = await killTogether(place, rounds++);
      kills += killed;
      edits += said.length;
      for (const [id] of said) known.confirmed.add(id);
      try {
        if (takeUpRestore(place, known)) restored++;
        lost += missingIn(place.database, known.confirmed).length;
        checkRows(place, said);
        checkBackups(place, known, before);
        if (rounds % 10 === 0) faults.push(...[checkDatabase(place.database).fault ?? []].flat());
      } catch (error) {
        faults.push((error as Error).message);
      }
    }
  });
  return [
    atMost("confirmed edits lost", lost, 0, String, `of ${edits}, in ${kills} kills; ${restored} restores were done before`),
    atMost(
      "wrong after an editor and another were killed",
      faults.length,
      0,
      String,
      [`of ${rounds} rounds`, ...faults.slice(0, 1)].join("; "),
    ),
  ];
}

/** Starts an editor and mostly something else, and kills both; gives how many were killed, and the edits that were confirmed. */
async function killTogether(place: Workplace, round: number): Promise<{ killed: number; said: [id: string, subject: string][] }> {
  const editor = start(place, [process.argv[1]!, "--edit", place.database]);
  let text = "";
  editor.stdout!.on("data", (chunk: Buffer) => (text += chunk));
  const others = [importArgs(place, chance.below(feeds)), ["dist/cli.js", "backup"], restoreArgs(place), null];
  const args = others[round % others.length] ?? null;
  const children: ChildProcess[] = [editor, ...(args === null ? [] : [start(place, args)])];
  const killed = await Promise.all(children.map((child) => killedIn(child, 400 + chance.next() * 2500)));
  // The last line may be cut off.
  const lines = text.split("\n").slice(0, -1);
  return { killed: killed.filter(Boolean).length, said: lines.map((line) => line.split(" ") as [string, string]) };
}

const backupsOf = ({ folder }: Workplace) => {
  const backups = join(folder, "backups");
  return existsSync(backups) ? readdirSync(backups).flatMap((name) => (name.endsWith("Z.sqlite") ? [join(backups, name)] : [])) : [];
};

function restoreArgs(place: Workplace): string[] {
  const backups = backupsOf(place);
  return backups.length === 0 ? ["dist/cli.js", "backup"] : ["dist/cli.js", "restore", chance.pick(backups)];
}

/**
 * Where a backup has taken the place of the database: whether all that was confirmed is in the one kept aside. From then on what the backup
 * had is what must not be lost.
 */
function takeUpRestore(place: Workplace, known: Known): boolean {
  const identity = identityOf(place.database);
  const asides = readdirSync(place.folder).filter((name) => name.includes("-before-restore-") && !/-(wal|shm)$/.test(name));
  const isRestored = identity !== known.identity;
  if (isRestored) {
    const gone = new Set(missingIn(place.database, known.confirmed));
    const missing = missingIn(join(place.folder, asides.sort().at(-1)!), gone);
    if (missing.length > 0) throw new Error(`${missing.length} confirmed edits are neither in the database nor kept aside`);
    known.confirmed = new Set([...known.confirmed].filter((id) => !gone.has(id)));
    known.identity = identity;
  }
  for (const name of asides) rmSync(join(place.folder, name));
  return isRestored;
}

function identityOf(file: string): string {
  return withDatabase(file, ledgerIdentity);
}

function withDatabase<T>(file: string, work: (db: Database) => T): T {
  const db = openDatabase(file);
  try {
    return work(db);
  } finally {
    db.close();
  }
}

function missingIn(file: string, ids: ReadonlySet<string>): string[] {
  const db = new Sqlite(file);
  const there = new Set(db.prepare("SELECT id FROM changes").pluck().all());
  db.close();
  return [...ids].filter((id) => !there.has(id));
}

/** Whether the programs that were edited are what the ledger says of them, and the meetings all of one feed. */
function checkRows({ database }: Workplace, said: readonly (readonly [id: string, subject: string])[]): void {
  withDatabase(database, (db) => {
    refuseDamaged(db);
    for (const subject of new Set(said.map(([, edited]) => edited))) {
      const last = historyOf(db, "programs", subject).find(({ after }) => after !== null && "doubts" in after);
      const expected = JSON.stringify((last?.after as { doubts: unknown } | undefined)?.doubts);
      if (last && JSON.stringify(findProgram(db, subject)?.doubts) !== expected) throw new Error(`${subject} is not what the ledger says`);
    }
    const names = db.prepare("SELECT DISTINCT name FROM meetings").pluck().all() as string[];
    const fault = unlessWhole({ names, meetings: db.prepare("SELECT count(*) FROM meetings").pluck().get() as number });
    if (fault !== null) throw new Error(fault);
  });
}

const sound = new Set<string>();

/** Whether each new backup that has its name is whole, and has all that was confirmed before it was begun. */
function checkBackups(place: Workplace, { identity }: Known, before: ReadonlySet<string>): void {
  for (const file of backupsOf(place).filter((one) => !sound.has(one))) {
    const db = new Sqlite(file, { readonly: true });
    refuseDamaged(db);
    const isOfThisHistory = ledgerIdentity(db) === identity;
    db.close();
    const missing = isOfThisHistory ? missingIn(file, before) : [];
    if (missing.length > 0) throw new Error(`${file} lacks ${missing.length} edits that were confirmed before it was made`);
    sound.add(file);
  }
}
