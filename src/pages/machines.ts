import type { RequestHandler } from "express";
import { dataVersion } from "../catalog/import.ts";
import { facetValues } from "../facets/vocabulary.ts";
import { documentIds } from "../library/find.ts";
import { programIds } from "../programs/find.ts";
import { sendJson } from "./json.ts";
import type { Site } from "./site.ts";
import { urls } from "./urls.ts";

/** Answers for machines: the operator's monitor and search engines. */

/** 200 while the database answers. */
export function healthPage(site: Site): RequestHandler {
  return (req, res) => {
    const { programs, documents, db } = site;
    sendJson(site, req, res, { address: urls.health, freshness: "never" }, () => ({
      status: "ok",
      programs: programs.numbers.length,
      documents: documents.numbers.length,
      dataVersion: dataVersion(db),
    }));
  };
}

/** Searches with words in them stay out of search engines; everything else may be read. */
export function robotsPage(site: Site): RequestHandler {
  return (req, res) => {
    const lines = ["User-agent: *", "Disallow: /*?*q=", `Sitemap: ${site.settings.siteUrl}${urls.sitemap}`, ""];
    const page = { address: urls.robots, freshness: "until the data changes", contentType: "text/plain; charset=utf-8" } as const;
    site.cache.send(req, res, page, () => lines.join("\n"));
  };
}

/** Every page that has one address of its own. */
export function sitemapPage(site: Site): RequestHandler {
  const page = { address: urls.sitemap, freshness: "until the data changes", contentType: "application/xml; charset=utf-8" } as const;
  return (req, res) => site.cache.send(req, res, page, () => sitemap(site));
}

function sitemap({ db, settings }: Site): string {
  const pages = [
    urls.home,
    urls.programs,
    urls.places,
    urls.library,
    urls.guidance,
    urls.helpNow,
    urls.about,
    urls.privacy,
    urls.accessibility,
  ];
  const states = facetValues("state").map(({ id }) => urls.place(id));
  const listings = [...states, ...programIds(db).map(urls.program), ...documentIds(db).map(urls.document)];
  const entries = [...pages, ...listings].map((path) => `<url><loc>${settings.siteUrl}${path}</loc></url>`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entries.join("")}</urlset>\n`;
}
