import type { RequestHandler } from "express";
import { listNames } from "../database/versions.ts";
import type { Site } from "../site/site.ts";

/** For the operator's monitor: 200 while the site answers, with how many listings it shows and the version of each list. */
export function healthPage(site: Site): RequestHandler {
  return (_req, res) => {
    const { data } = site;
    const counts = Object.fromEntries(listNames.map((list) => [list, data[list].rows.length]));
    res.set("Cache-Control", "no-store");
    res.json({ status: "ok", ...counts, versions: data.versions });
  };
}
