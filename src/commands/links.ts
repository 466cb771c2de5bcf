import { setTimeout as wait } from "node:timers/promises";
import { readGuidance } from "../catalog/guidance.ts";
import { catalogFolder } from "../catalog/read.ts";
import { readVocabulary } from "../catalog/vocabulary.ts";
import { readConfig } from "../config.ts";
import type { Database } from "../database/open.ts";
import { readKnownFeeds } from "../feeds/known-feeds.ts";
import { printable } from "../feeds/printable.ts";
import { documentIds, findDocument } from "../library/find.ts";
import { type CheckReport, checkLinks } from "../links/check.ts";
import { collectLinks } from "../links/collect.ts";
import { type BrokenLink, brokenLinks } from "../links/find.ts";
import { visitLimits } from "../links/follow.ts";
import { minPause, openHostTurns } from "../links/host-turns.ts";
import type { LinkUse, Look } from "../links/link.ts";
import { readSigns } from "../links/signs.ts";
import { findProgram, programIds } from "../programs/find.ts";
import { Misunderstood } from "./misunderstood.ts";
import { withFilledDatabase } from "./with-database.ts";

/** Usage of the commands about links to other sites. */
export const linksUsage = "npm run links [-- check [--all] | list]";

const day = 86_400_000;
const hour = 3_600_000;

/** Runs one command about links. Resolves to the exit status: 1 if links could not be checked. Throws Misunderstood. */
export async function linksCommand([verb = "check", ...options]: readonly string[]): Promise<number> {
  const unknown = options.find((option) => verb !== "check" || option !== "--all");
  if (unknown) throw new Misunderstood(`"links ${verb}" has no option ${unknown}.`);
  if (verb === "check") return withFilledDatabase((db) => check(db, options.includes("--all")));
  if (verb !== "list") throw new Misunderstood(`There is no command "links ${verb}".`);
  return withFilledDatabase((db) => {
    for (const link of brokenLinks(db)) console.log(describeFinding(link));
    return 0;
  });
}

async function check(db: Database, force: boolean): Promise<number> {
  const { siteUrl, linksCheck } = readConfig();
  const report = await checkLinks(db, linksOf(db), {
    now: Date.now,
    every: linksCheck ?? 7 * day,
    force,
    maxTime: 3 * hour,
    signs: readSigns(),
    manners: {
      userAgent: `Porchlight (+${siteUrl})`,
      turns: openHostTurns(minPause, Date.now, wait),
      ...visitLimits,
      allowPrivate: false,
    },
    onLook: (url, look) => {
      if (look.verdict !== "ok") console.log(describeLook(url, look));
    },
  });
  console.log(describeReport(report));
  return report.problem === null ? 0 : 1;
}

/** Returns all links that lead away from the site, except those of meetings: those belong to their feeds, and open meetings. */
function linksOf(db: Database): LinkUse[] {
  return [
    ...programIds(db).flatMap((id) => collectLinks(findProgram(db, id), "programs", id)),
    ...documentIds(db).flatMap((id) => collectLinks(findDocument(db, id), "documents", id)),
    ...readGuidance(catalogFolder, readVocabulary(catalogFolder)).flatMap((section) => collectLinks(section, "guidance", section.id)),
    // Not the address of the list's data: nobody has asked yet whether it may be fetched.
    ...readKnownFeeds().flatMap(({ id, site }) => collectLinks(site, "known-lists", id)),
  ];
}

function describeLook(url: string, { verdict, movedTo, detail }: Look): string {
  return printable(`${verdict} (${detail}): ${url}${movedTo === null ? "" : ` → ${movedTo}`}`);
}

function describeReport({ verdicts, left, problem }: CheckReport): string {
  const counts = Object.entries(verdicts).map(([verdict, count]) => `${count} ${verdict}`);
  const nothing = left > 0 ? null : "No link is due.";
  return [
    problem,
    counts.length > 0 ? `Looked at: ${counts.join(", ")}.` : nothing,
    left > 0 ? `${left} are left for the next time.` : null,
    "A link that fails is called broken once it has failed for three days. Findings: npm run links -- list",
  ]
    .filter((line) => line !== null)
    .join("\n");
}

function describeFinding({ url, list, subject, verdict, since, to }: BrokenLink): string {
  return printable(`${verdict} since ${since.slice(0, 10)}: ${url}${to === null ? "" : ` → ${to}`} (${list}/${subject})`);
}
