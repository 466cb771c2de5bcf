import type { Database } from "../database/open.ts";
import { announceLinks, findingOf } from "./announce.ts";
import { linkState } from "./state.ts";

/**
 * Records that a person has opened a link and found that it works, or that it is right as it is: the same finding is not reported again, and
 * pages no longer say that it is broken. Another finding is reported. `at` is in ISO 8601.
 */
export function settleLink(db: Database, url: string, at: string): void {
  const settle = db.transaction(() => {
    const state = linkState(db, url);
    if (state === null) return;
    db.prepare("UPDATE links SET settled = ? WHERE url = ?").run(findingOf(state), url);
    announceLinks(db, at);
  });
  settle.immediate();
}
