import type { Database } from "../database/open.ts";
import { statement } from "../database/statements.ts";
import { type BrokenVerdict, isFailure, type LinkUse, type Look, type Verdict } from "./link.ts";

/** The state of links between checks. */

export interface LinkState {
  url: string;
  verdict: Verdict;
  movedTo: string | null;
  detail: string;
  /** When it was last looked at (ISO 8601, like all times here). */
  asked: string;
  /** Since when each look has had this verdict and destination. */
  since: string;
  /** Number of consecutive failed looks, and when the first of them was. */
  failures: number;
  failingSince: string | null;
  /** The problem that pages show; null if they show none. */
  broken: BrokenVerdict | null;
  /** The finding that a person has dismissed. */
  settled: string | null;
}

const columns = "url, verdict, moved_to AS movedTo, detail, asked, since, failures, failing_since AS failingSince, broken, settled";

/** Returns the state of a link; null if it was never looked at. */
export function linkState(db: Database, url: string): LinkState | null {
  return (statement(db, `SELECT ${columns} FROM links WHERE url = ?`).get(url) as LinkState | undefined) ?? null;
}

/** Returns the links that fail, or that pages call broken. */
export function troubledLinks(db: Database): LinkState[] {
  return statement(db, `SELECT ${columns} FROM links WHERE failures > 0 OR broken IS NOT NULL`).all() as LinkState[];
}

/** Returns links that opened when they were last looked at, latest first. */
export function linksThatOpened(db: Database, limit: number): string[] {
  return statement(db, "SELECT url FROM links WHERE verdict = 'ok' ORDER BY asked DESC, url LIMIT ?").pluck().all(limit) as string[];
}

/** Records the result of a look. */
export function recordLook(db: Database, url: string, { verdict, movedTo, detail }: Look, at: string): void {
  const before = linkState(db, url);
  const isSame = before !== null && before.verdict === verdict && before.movedTo === movedTo;
  const failing = isFailure(verdict);
  statement(
    db,
    `INSERT INTO links (url, verdict, moved_to, detail, asked, since, failures, failing_since)
     VALUES (@url, @verdict, @movedTo, @detail, @at, @since, @failures, @failingSince)
     ON CONFLICT (url) DO UPDATE SET verdict = @verdict, moved_to = @movedTo, detail = @detail, asked = @at, since = @since,
       failures = @failures, failing_since = @failingSince`,
  ).run({
    url,
    verdict,
    movedTo,
    detail,
    at,
    since: isSame ? before.since : at,
    failures: failing ? (before?.failures ?? 0) + 1 : 0,
    failingSince: failing ? (before?.failingSince ?? at) : null,
  });
}

/** Saves where links are, and deletes the state of those that are nowhere any more. Call it in a transaction. */
export function saveUses(db: Database, uses: readonly LinkUse[]): void {
  statement(db, "DELETE FROM link_uses").run();
  const insert = statement(db, "INSERT OR IGNORE INTO link_uses (url, list, subject) VALUES (?, ?, ?)");
  for (const { url, list, subject } of uses) insert.run(url, list, subject);
  statement(db, "DELETE FROM links WHERE url NOT IN (SELECT url FROM link_uses)").run();
}

/** When links were last checked, and what prevented that; null if nothing did. */
interface LinkCheck {
  at: string;
  problem: string | null;
}

/** Returns the last check of all links; null if there was none. */
export function lastLinkCheck(db: Database): LinkCheck | null {
  return (statement(db, "SELECT at, problem FROM link_check").get() as LinkCheck | undefined) ?? null;
}

/** Records a finished check of all links. */
export function rememberLinkCheck(db: Database, { at, problem }: LinkCheck): void {
  statement(db, "INSERT OR REPLACE INTO link_check (only, at, problem) VALUES (1, ?, ?)").run(at, problem);
}
