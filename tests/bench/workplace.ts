import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { catalogFolder } from "../../src/catalog/read.ts";
import type { Found } from "./check-database.ts";

/** A folder in which commands of an operator's are started, and killed. */
export interface Workplace {
  folder: string;
  database: string;
  /** A folder with some of the catalog's programs. */
  few: string;
}

const names = ["Zebra Noon Group", "Lion Noon Group", "Grange Hall Group"];
const feedSize = 1000;

/** How many feeds there are; each holds as many meetings, all of one name. */
export const feeds = names.length;

export function furnish(folder: string): Workplace {
  mkdirSync(folder);
  const few = join(folder, "few");
  cpSync(catalogFolder, few, { recursive: true });
  for (const file of readdirSync(join(few, "programs")))
    if (/^[a-m]/.test(file) && !file.startsWith("alcoholics")) rmSync(join(few, "programs", file));
  for (const [at, name] of names.entries()) writeFileSync(feedFile(folder, at), JSON.stringify(recordsOf(name, at)));
  return { folder, database: join(folder, "porchlight.sqlite"), few };
}

function recordsOf(name: string, shift: number): object[] {
  const states = ["MT", "WY", "ND", "SD"];
  return Array.from({ length: feedSize }, (_, at) => ({
    slug: `m${at}`,
    name,
    day: (at + shift) % 7,
    time: `${String(8 + (at % 12)).padStart(2, "0")}:00`,
    city: `Town ${at % 50}`,
    state: states[(at + shift) % states.length],
    ...(at % 3 === shift ? { conference_phone: "+14065550100" } : {}),
  }));
}

const feedFile = (folder: string, at: number) => join(folder, `feed-${at}.json`);

/** The import of one of the feeds, each round of another. */
export function importArgs({ folder }: Workplace, round: number): string[] {
  const file = feedFile(folder, round % names.length);
  const program = ["--id", "herd", "--program", "alcoholics-anonymous", "--zone", "America/Denver"];
  return ["dist/cli.js", "feeds", "import", ...program, "--file", file];
}

/** What is wrong where the meetings are not all of one feed; null where they are. */
export function unlessWhole({ names, meetings }: Pick<Found, "names" | "meetings">): string | null {
  return names.length <= 1 && (meetings === 0 || meetings === feedSize) ? null : `${meetings} meetings of ${names.join(" and ")}`;
}

/** Starts a program of ours over the database of a workplace. */
export function start({ folder, database }: Workplace, args: readonly string[]): ChildProcess {
  const settings = { DATABASE: database, BACKUP_FOLDER: join(folder, "backups"), PORT: "0", HOST: "127.0.0.1", LOG_LEVEL: "silent" };
  return spawn(process.execPath, args, { env: { ...process.env, ...settings }, stdio: ["ignore", "pipe", "ignore"] });
}

/** Kills a process after so many milliseconds; false where it had already ended by itself. */
export async function killedIn(child: ChildProcess, milliseconds: number): Promise<boolean> {
  const ended = once(child, "exit");
  child.stdout!.resume();
  await wait(milliseconds);
  child.kill("SIGKILL");
  const [, signal] = await ended;
  return signal === "SIGKILL";
}
