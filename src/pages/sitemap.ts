import type { RequestHandler } from "express";
import { documentIds } from "../library/find.ts";
import { facetValues } from "../listing/vocabulary.ts";
import { programIds } from "../programs/find.ts";
import type { Edition } from "../site/edition.ts";
import type { Site } from "../site/site.ts";
import { deskPath } from "../site/urls.ts";

/** Serves the map of all pages that should be found, in every edition: those with a fixed address, the states, and the listings. */
export function sitemapPage(site: Site, editions: readonly [Edition, ...Edition[]]): RequestHandler {
  const [{ urls }] = editions;
  const about = {
    address: urls.sitemap,
    freshness: "until the data changes",
    contentType: "application/xml; charset=utf-8",
    lists: ["programs", "documents"],
  } as const;
  return (req, res) => {
    site.cache.send(req, res, about, () => {
      const entries = editions
        .flatMap((edition) => pathsOf(site, edition))
        .map((path) => `<url><loc>${site.settings.siteUrl}${path}</loc></url>`);
      const namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";
      return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="${namespace}">${entries.join("")}</urlset>\n`;
    });
  };
}

function pathsOf({ data: { db, vocabulary } }: Site, { urls }: Edition): string[] {
  const forMachines: readonly unknown[] = [
    urls.names,
    urls.changesFeed,
    urls.ledger,
    urls.health,
    urls.robots,
    urls.sitemap,
    urls.report,
    urls.accuracyData,
  ];
  const isPage = (url: unknown): url is string => typeof url === "string" && !forMachines.includes(url) && !url.startsWith(deskPath);
  const pages = Object.values(urls).filter(isPage);
  const states = facetValues(vocabulary, "state").map(({ id }) => urls.place(id));
  return [...pages, ...states, ...programIds(db).map(urls.program), ...documentIds(db).map(urls.document)];
}
