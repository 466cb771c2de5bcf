import type { Database } from "../database/open.ts";
import { statement } from "../database/statements.ts";
import type { BrokenVerdict, LinkUse, Verdict } from "./link.ts";

/** A link that a person should look at, listed once for each place where it is. */
export interface BrokenLink extends LinkUse {
  /**
   * Pages say that a link is broken if it is gone, parked, without a valid certificate or unanswered. One that has moved, blocks robots or
   * sends an incomplete certificate chain is reported only to editors.
   */
  verdict: Exclude<Verdict, "ok">;
  /** When it was first found to be so (ISO 8601). */
  since: string;
  /** Where it has moved permanently. */
  to: string | null;
}

/**
 * Returns what link checks have found and no person has settled. A failure counts only once it has lasted for three days; a listing that no
 * longer has the link is left out.
 */
export function brokenLinks(db: Database): BrokenLink[] {
  return statement(
    db,
    `SELECT url, list, subject, verdict, coalesce(failing_since, since) AS since, moved_to AS "to"
     FROM links JOIN link_uses USING (url)
     WHERE (broken IS NOT NULL OR verdict IN ('moved', 'blocks-robots', 'certificate-chain'))
       AND settled IS NOT verdict || coalesce(' ' || moved_to, '')
       AND CASE list
         WHEN 'programs' THEN EXISTS (SELECT 1 FROM programs WHERE id = subject AND instr(body, '"' || url || '"'))
         WHEN 'documents' THEN EXISTS (SELECT 1 FROM documents WHERE id = subject AND instr(body, '"' || url || '"'))
         ELSE TRUE END
     ORDER BY broken IS NULL, verdict, since, url, list, subject`,
  ).all() as BrokenLink[];
}

/** What a page says of a link that does not work. */
interface LinkTrouble {
  verdict: BrokenVerdict;
  /** Since when (ISO 8601). */
  since: string;
}

/** Returns which of these links do not work, by address, for pages to say beside them. */
export function troubleAmong(db: Database, urls: readonly string[]): ReadonlyMap<string, LinkTrouble> {
  const rows = statement(
    db,
    `SELECT url, broken AS verdict, failing_since AS since FROM links WHERE broken IS NOT NULL AND url IN (SELECT value FROM json_each(?))`,
  ).all(JSON.stringify(urls)) as ({ url: string } & LinkTrouble)[];
  return new Map(rows.map(({ url, verdict, since }) => [url, { verdict, since }]));
}
