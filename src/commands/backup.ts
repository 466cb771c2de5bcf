import { resolve } from "node:path";
import { readConfig } from "../config.ts";
import { type Backup, backUp } from "../database/backup.ts";
import { lastBackup, removeOldBackups } from "../database/backup-folder.ts";
import { openToCopy } from "../database/open.ts";
import { Misunderstood } from "./misunderstood.ts";

/** Usage of the command that copies the database. */
export const backupUsage = "npm run backup [-- FOLDER]";

/**
 * Copies the database into the given folder, BACKUP_FOLDER by default. The server passes `--nightly`, which also removes the copies that
 * need not be kept. Resolves to the exit status. Throws Misunderstood, or an Error with the reason for the failure.
 */
export async function backupCommand(args: readonly string[]): Promise<number> {
  const { database, backups } = readConfig();
  const nightly = args.includes("--nightly");
  const folders = args.filter((word) => word !== "--nightly");
  const option = folders.find((word) => word.startsWith("-"));
  if (option) throw new Misunderstood(`"backup" has no option ${option}.`);
  if (folders.length > 1) throw new Misunderstood('"backup" takes one folder at most.');
  const folder = folders[0] === undefined ? backups.folder : resolve(process.env["INIT_CWD"] ?? ".", folders[0]);
  console.log(describeBackup(await backUpInto(database, folder)));
  const removed = nightly ? removeOldBackups(folder, backups.keep, Date.now()) : [];
  if (removed.length > 0) console.log(`Removed ${removed.join(", ")}.`);
  return 0;
}

async function backUpInto(database: string, folder: string): Promise<Backup> {
  const db = openToCopy(database);
  try {
    return await backUp(db, folder, Date.now());
  } catch (error) {
    throw new Error(describeFailure(folder, error as Error & { code?: string }), { cause: error });
  } finally {
    db.close();
  }
}

function describeBackup({ file, rows }: Backup): string {
  const { programs = 0, documents = 0, meetings = 0 } = rows;
  const all = Object.values(rows).reduce((sum, count) => sum + count, 0);
  return `${file} holds the database: ${programs} programs, ${documents} library entries, ${meetings} meetings; ${all} rows in all, counted after copying.`;
}

function describeFailure(folder: string, { code = "", message }: Error & { code?: string }): string {
  const cause = /^(SQLITE_FULL|ENOSPC|EDQUOT)/.test(code)
    ? "its disk is full. Make room, or set BACKUP_FOLDER to a folder on another disk"
    : message.replace(/\.$/, "");
  const last = lastBackup(folder, Date.now());
  return `no backup could be made in ${folder}: ${cause}. ${last === null ? "There is none in it yet." : `The last one is from ${new Date(last).toISOString()}.`}`;
}
