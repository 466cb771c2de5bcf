import type { RequestHandler } from "express";
import { listNames } from "../database/versions.ts";
import type { Site } from "../site/site.ts";
import { findUnreadable } from "../site/unreadable.ts";

/**
 * For the operator's monitor: how many listings are shown, and the version of each list. 503 while the database cannot be read, with a
 * sentence and the list concerned; it reads rows of each list to know. New data that cannot be indexed is a `problem` too, but the site
 * answers all the same, from the data before it: that is 200.
 */
export function healthPage(site: Site): RequestHandler {
  return (_req, res) => {
    const { data, problems } = site;
    const counts = Object.fromEntries(listNames.map((list) => [list, data[list].rows.length]));
    const unreadable = findUnreadable(data);
    const down = problems.database ?? unreadable?.problem ?? null;
    res.set("Cache-Control", "no-store");
    res.status(down === null ? 200 : 503).json({
      status: down === null ? "ok" : "trouble",
      problem: down ?? problems.indexing,
      list: unreadable?.list ?? null,
      ...counts,
      versions: data.versions,
    });
  };
}
