import type { RequestHandler } from "express";
import type { Edition } from "../site/edition.ts";
import type { Site } from "../site/site.ts";

/** Searches with words in them stay out of search engines; everything else may be read. */
export function robotsPage(site: Site, { urls }: Edition): RequestHandler {
  const lines = ["User-agent: *", "Disallow: /*?*q=", `Sitemap: ${site.settings.siteUrl}${urls.sitemap}`, ""];
  const about = {
    address: urls.robots,
    freshness: "until the data changes",
    contentType: "text/plain; charset=utf-8",
    lists: [],
  } as const;
  return (req, res) => site.cache.send(req, res, about, () => lines.join("\n"));
}
