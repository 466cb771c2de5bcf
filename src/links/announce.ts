import { append } from "../changes/append.ts";
import type { Database } from "../database/open.ts";
import { statement } from "../database/statements.ts";
import type { ListName } from "../database/versions.ts";
import type { LinkUse } from "./link.ts";
import { type LinkState, troubledLinks } from "./state.ts";

const day = 86_400_000;

/** A server may be down for a day or two: a link is broken once it has failed this often, over this long. */
const minFailures = 3;
const minSpan = 3 * day;

type Place = LinkUse["list"];

/** For each list, the places whose links are on pages that are rendered again when its version changes. */
const madeFrom: readonly [ListName, readonly [Place, Place]][] = [
  ["programs", ["programs", "known-lists"]],
  ["documents", ["documents", "guidance"]],
];

/**
 * Marks links as broken, or as working again. If that changes what pages say, one change is appended to each list concerned, in the same
 * transaction: its pages are rendered again, although no listing has changed. `at` is in ISO 8601. Returns how many links changed.
 */
export function announceLinks(db: Database, at: string): number {
  const announce = db.transaction(() => {
    const states = troubledLinks(db);
    const broken = states.filter((state) => isBroken(state) && state.broken !== state.verdict).map(({ url }) => url);
    const working = states.filter((state) => !isBroken(state) && state.broken !== null).map(({ url }) => url);
    for (const url of broken) statement(db, "UPDATE links SET broken = verdict WHERE url = ?").run(url);
    for (const url of working) statement(db, "UPDATE links SET broken = NULL WHERE url = ?").run(url);
    for (const [list, places] of madeFrom) {
      const on = (urls: readonly string[]) => urls.filter((url) => isOn(db, url, places));
      appendTo(db, list, { broken: on(broken), working: on(working) }, at);
    }
    return broken.length + working.length;
  });
  return announce.immediate();
}

/** Describes what is wrong with a link, for a person to settle: "gone", "moved https://…". */
export function findingOf({ verdict, movedTo }: Pick<LinkState, "verdict" | "movedTo">): string {
  return movedTo === null ? verdict : `${verdict} ${movedTo}`;
}

function isBroken(state: LinkState): boolean {
  const { failures, failingSince, asked, settled } = state;
  if (failures < minFailures || failingSince === null || settled === findingOf(state)) return false;
  return Date.parse(asked) - Date.parse(failingSince) >= minSpan;
}

function isOn(db: Database, url: string, [one, other]: readonly [Place, Place]): boolean {
  return statement(db, "SELECT 1 FROM link_uses WHERE url = ? AND list IN (?, ?)").get(url, one, other) !== undefined;
}

function appendTo(db: Database, list: ListName, links: { broken: string[]; working: string[] }, at: string): void {
  if (links.broken.length + links.working.length === 0) return;
  const about = { kind: "imported", list, subject: "links", before: null, after: links, why: null, isPublic: false } as const;
  append(db, { ...about, at, by: { role: "links", account: null } }, null, () => undefined);
}
