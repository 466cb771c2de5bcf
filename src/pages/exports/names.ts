import type { RequestHandler } from "express";
import { programNames } from "../../programs/find.ts";
import type { Edition } from "../../site/edition.ts";
import { contextOf, type Site } from "../../site/site.ts";
import { inLanguage } from "../../words/languages.ts";

/** Serves what the search box suggests while somebody types: the names of programs, and the words they are filed under. */
export function namesJson(site: Site, edition: Edition): RequestHandler {
  return (req, res) => {
    const { db, programs, words, urls } = contextOf(site, edition);
    const about = {
      address: urls.names,
      freshness: "until the data changes",
      contentType: "application/json; charset=utf-8",
      lists: ["programs"],
    } as const;
    site.cache.send(req, res, about, () => {
      const labels = programs.facets.flatMap(({ values }) => values.map(({ label }) => inLanguage(label, words.language)));
      return JSON.stringify([...new Set([...programNames(db), ...labels])]);
    });
  };
}
