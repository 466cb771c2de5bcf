import { MigrationFailed } from "./migrate-copy.ts";
import { NotOurDatabase } from "./recognize.ts";

/** Returns the message for an operator when the database at `path` cannot be opened: the file, the reason, and what to do. */
export function describeOpenError(path: string, error: Error & { code?: string }): string {
  if (error instanceof NotOurDatabase || error instanceof MigrationFailed) return `the database ${path} cannot be opened: ${error.message}`;
  return `the database ${path} cannot be opened (${firstLine(error.message)}). ${cureFor(error.code ?? "")}`;
}

/** Returns what to do, by the code from SQLite, Node or the system. */
function cureFor(code: string): string {
  if (code === "ERR_DLOPEN_FAILED") return "Run npm ci again with the Node that starts Porchlight.";
  if (/^SQLITE_(CORRUPT|NOTADB|IOERR)/.test(code)) return damaged;
  if (/^(SQLITE_FULL|ENOSPC|EDQUOT)/.test(code)) return "Make room on its disk.";
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return "Another process is writing to it. Try again in a minute.";
  return "Set DATABASE to a file that this account may write.";
}

const damaged =
  "It is damaged, or never was a database. Put a backup in its place (without the -wal and -shm files beside it), or move it away: the next start fills a new one from the catalog, and the next update of the feeds brings the meetings.";

/** The error of a module that cannot be loaded has several lines. */
function firstLine(message: string): string {
  return message.split("\n", 1)[0]!;
}
