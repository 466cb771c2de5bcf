import type { RequestHandler } from "express";
import type { Edition } from "../site/edition.ts";
import type { Site } from "../site/site.ts";

/** What searches, orders, places and clocks are called in an address, and pages made for paper. */
const ownQuestions = ["q", "exact", "near", "within", "tz", "sort", "print"];

/**
 * Keeps crawlers out of all that is one list again: questions of somebody's own, more than one value (the "&"), what the clock puts in
 * another order by the minute, files for machines, reports and the desk. Each value alone, each listing and each place may be read.
 */
export function robotsPage(site: Site, editions: readonly [Edition, ...Edition[]]): RequestHandler {
  const [{ urls }] = editions;
  const kept = ["/*?*&", ...ownQuestions.map((name) => `/*?${name}=`), ...editions.map((edition) => `${edition.urls.meetings}?page=`)];
  const files = ["/*.json", "/*.ics", "/*.atom", urls.ledger];
  const reports = editions.map((edition) => edition.urls.report);
  const disallowed = [...kept, ...files, ...reports, urls.desk].map((path) => `Disallow: ${path}`);
  const lines = ["User-agent: *", ...disallowed, `Sitemap: ${site.settings.siteUrl}${urls.sitemap}`, ""];
  const about = {
    address: urls.robots,
    freshness: "until the data changes",
    contentType: "text/plain; charset=utf-8",
    lists: [],
  } as const;
  return (req, res) => site.cache.send(req, res, about, () => lines.join("\n"));
}
