import type { RequestHandler } from "express";
import { dataVersion } from "../catalog/import.ts";
import { facetValues } from "../facets/vocabulary.ts";
import { documentIds } from "../library/find.ts";
import { programIds } from "../programs/find.ts";
import type { Site } from "./site.ts";
import { urls } from "./urls.ts";

/** Answers for machines: the operator's monitor and search engines. */

/** 200 while the database answers. */
export function healthPage(site: Site): RequestHandler {
  return (_req, res) => {
    const { programs, documents, db } = site;
    res.set("Cache-Control", "no-store");
    res.json({ status: "ok", programs: programs.numbers.length, documents: documents.numbers.length, dataVersion: dataVersion(db) });
  };
}

/** Searches with words in them stay out of search engines; everything else may be read. */
export function robotsPage(site: Site): RequestHandler {
  return (req, res) => {
    const lines = ["User-agent: *", "Disallow: /*?*q=", `Sitemap: ${site.settings.siteUrl}${urls.sitemap}`, ""];
    site.kept.send(req, res, lines.join("\n"), "text/plain; charset=utf-8");
  };
}

const forMachines = [urls.names, urls.health, urls.robots, urls.sitemap];
/** A new page in `urls` is in the site map by itself. */
const pages = Object.values(urls).filter((url) => typeof url === "string" && !forMachines.includes(url));

/** Every page that has one address of its own. */
export function sitemapPage(site: Site): RequestHandler {
  return (req, res) => {
    const { db, settings } = site;
    const states = facetValues("state").map(({ id }) => urls.place(id));
    const listings = [...states, ...programIds(db).map(urls.program), ...documentIds(db).map(urls.document)];
    const entries = [...pages, ...listings].map((path) => `<url><loc>${settings.siteUrl}${path}</loc></url>`);
    const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entries.join("")}</urlset>\n`;
    site.kept.send(req, res, xml, "application/xml; charset=utf-8");
  };
}
