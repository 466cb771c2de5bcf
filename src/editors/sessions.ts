import type { Database } from "../database/open.ts";
import { statement } from "../database/statements.ts";
import { writeUnlessBusy } from "../database/write-when-free.ts";
import type { Editor, Role } from "./editor.ts";
import { hashSecret, makeSecret } from "./secret.ts";

/** A signed-in browser of an editor. Times are in ISO 8601. */
export interface Session {
  /** The SHA-256 of the id in the cookie. */
  hash: string;
  editor: Editor;
  startedAt: string;
  seenAt: string;
}

interface SessionRow {
  hash: string;
  id: string;
  name: string;
  role: Role;
  startedAt: string;
  seenAt: string;
}

/** Milliseconds after which a session ends: without a request, and since its start. */
const maxIdle = 30 * 60_000;
const maxAge = 12 * 3_600_000;
/** Browsers on which an editor may be signed in at a time; one more ends the oldest session. */
const maxSessions = 10;
/** Requests are recorded at most once a minute, so that reading does not write. */
const noteInterval = 60_000;

/** One seen later than now, because the clock was set back, would last until that time comes. */
const isOpen = "started_at > ? AND seen_at > ? AND seen_at < ?";

/** Returns the parameters of `isOpen`. */
function limitsAt(now: number): [started: string, seen: string, ahead: string] {
  return [toIso(now - maxAge), toIso(now - maxIdle), toIso(now + maxIdle)];
}

/**
 * Starts a session and returns its id, which is not stored. Deletes expired sessions, and the oldest of too many. Call it in a write
 * transaction; `now` is in epoch milliseconds.
 */
export function startSession(db: Database, editor: string, now: number): string {
  const id = makeSecret();
  const at = toIso(now);
  statement(db, `DELETE FROM sessions WHERE NOT (${isOpen})`).run(...limitsAt(now));
  statement(
    db,
    `DELETE FROM sessions WHERE hash IN
     (SELECT hash FROM sessions WHERE editor = ? ORDER BY started_at DESC LIMIT -1 OFFSET ?)`,
  ).run(editor, maxSessions - 1);
  statement(db, "INSERT INTO sessions (hash, editor, started_at, seen_at) VALUES (?, ?, ?, ?)").run(hashSecret(id), editor, at, at);
  return id;
}

/** Returns the session with this id and records that it was seen; null if there is none, or it has expired. */
export function findSession(db: Database, id: string, now: number): Session | null {
  const row = statement(
    db,
    `SELECT hash, id, name, role, started_at AS startedAt, seen_at AS seenAt FROM sessions JOIN editors ON id = editor
     WHERE hash = ? AND removed_at IS NULL AND ${isOpen}`,
  ).get(hashSecret(id), ...limitsAt(now)) as SessionRow | undefined;
  if (row === undefined) return null;
  const { hash, startedAt, seenAt, ...editor } = row;
  if (seenAt <= toIso(now - noteInterval)) {
    writeUnlessBusy(db, () => statement(db, "UPDATE sessions SET seen_at = ? WHERE hash = ?").run(toIso(now), hash));
  }
  return { hash, editor, startedAt, seenAt };
}

/** Returns the open sessions of an editor, newest first. */
export function sessionsOf(db: Database, editor: string, now: number): { hash: string; startedAt: string; seenAt: string }[] {
  return statement(
    db,
    `SELECT hash, started_at AS startedAt, seen_at AS seenAt FROM sessions
     WHERE editor = ? AND ${isOpen} ORDER BY started_at DESC, hash`,
  ).all(editor, ...limitsAt(now)) as { hash: string; startedAt: string; seenAt: string }[];
}

/** Ends one session. */
export function endSession(db: Database, hash: string): void {
  statement(db, "DELETE FROM sessions WHERE hash = ?").run(hash);
}

/** Ends all sessions of an editor. */
export function endSessionsOf(db: Database, editor: string): void {
  statement(db, "DELETE FROM sessions WHERE editor = ?").run(editor);
}

function toIso(instant: number): string {
  return new Date(instant).toISOString();
}
