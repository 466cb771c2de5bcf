import type { RequestHandler } from "express";
import type { Edition } from "../site/edition.ts";
import type { Site } from "../site/site.ts";

/** Query parameters of searches, orders, places, clocks and pages for paper. */
const ownQuestions = ["q", "exact", "near", "within", "tz", "sort", "print"];

/**
 * Keeps crawlers out of everything that repeats a list: free searches, more than one value (the "&"), pages that the clock reorders by the
 * minute, files for machines, reports and the desk. Each single value, each listing and each place may be crawled.
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
