import type { RequestHandler } from "express";
import { lastSeq } from "../changes/append.ts";
import { ledgerIdentity } from "../changes/identity.ts";
import { listNames } from "../database/versions.ts";
import { feedsFile, readFeeds } from "../feeds/feed-list.ts";
import { type OldFeed, oldFeeds } from "../feeds/old-feeds.ts";
import { keepingProblem } from "../site/keeping-problem.ts";
import type { Site } from "../site/site.ts";
import { findUnreadable } from "../site/unreadable.ts";

/**
 * Serves the operator's monitor: how many listings are shown, the version of each list, and the ledger's last number. 503 while the database
 * cannot be read, with a sentence and the list concerned; to find out, it reads rows of each list. New data that cannot be indexed is also a
 * `problem`, but the site serves the data before it, so the status is 200. Likewise for feeds not fetched for three of their periods, a last
 * backup older than two, and links that could not be checked.
 */
export function healthPage(site: Site): RequestHandler {
  return (_req, res) => {
    const { data, problems } = site;
    const counts = Object.fromEntries(listNames.map((list) => [list, data[list].rows.length]));
    const unreadable = findUnreadable(data);
    const down = problems.database ?? unreadable?.problem ?? null;
    const feeds = down === null ? checkFeeds(site) : { old: [], problem: null };
    res.set("Cache-Control", "no-store");
    res.status(down === null ? 200 : 503).json({
      status: down === null ? "ok" : "trouble",
      problem: down ?? problems.indexing ?? feeds.problem ?? keepingProblem(site),
      list: unreadable?.list ?? null,
      oldFeeds: feeds.old,
      ...counts,
      versions: data.versions,
      ledger: down === null ? { identity: ledgerIdentity(data.db), seq: lastSeq(data.db) } : null,
    });
  };
}

/**
 * Returns the feeds that are too old, if they are fetched periodically, and a sentence about them or about a list of feeds that cannot be
 * read.
 */
function checkFeeds({ settings, data, now }: Site): { old: OldFeed[]; problem: string | null } {
  if (settings.feedsRefresh === null) return { old: [], problem: null };
  try {
    const old = oldFeeds(data.db, readFeeds(feedsFile), settings.feedsRefresh, now());
    const ids = old.map(({ id }) => id).join(", ");
    return { old, problem: ids === "" ? null : `Not fetched for three times FEEDS_REFRESH: ${ids}. See npm run feeds -- list.` };
  } catch (error) {
    return { old: [], problem: (error as Error).message };
  }
}
