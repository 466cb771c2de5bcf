import type { Database } from "../database/open.ts";
import { writeTransaction } from "../database/write-transaction.ts";
import { announceLinks } from "./announce.ts";
import type { Manners } from "./follow.ts";
import { openHosts } from "./hosts.ts";
import type { LinkUse, Look, Verdict } from "./link.ts";
import { isCertain, lookAt } from "./look.ts";
import type { Signs } from "./signs.ts";
import { type LinkState, linkState, linksThatOpened, recordLook, rememberLinkCheck, saveUses } from "./state.ts";

const day = 86_400_000;

interface CheckOptions {
  /** The clock, in epoch milliseconds. */
  now(): number;
  /** Milliseconds from one look at a working link to the next. */
  every: number;
  /** True to look at all links, whether or not they are due. */
  force: boolean;
  /** Milliseconds after which the rest is left for the next time. */
  maxTime: number;
  manners: Manners;
  signs: Signs;
  /** Called with the result of each look. */
  onLook(url: string, look: Look): void;
}

/** The result of checking all links. */
export interface CheckReport {
  verdicts: Partial<Record<Verdict, number>>;
  /** How many were due but are left for the next time: their server asked for that, the time was up, or no server answered. */
  left: number;
  /** What prevented the check; null if nothing did. */
  problem: string | null;
}

const offline = "No server on the internet answered, so nothing was counted against any link.";

/** After this many consecutive network failures it is checked whether any server answers at all. */
const maxHeld = 20;

/**
 * Looks at the links that are due, one request at a time, and records each result at once. Network failures count only if some server answers
 * afterwards: if this machine is offline, no link is broken.
 */
export async function checkLinks(db: Database, uses: readonly LinkUse[], options: CheckOptions): Promise<CheckReport> {
  const { now, every, force, maxTime, manners, signs } = options;
  const begun = now();
  const isDue = (url: string) => force || isTimeToLook(linkState(db, url), every, now());
  writeTransaction(
    db,
    () => undefined,
    () => saveUses(db, uses),
  );
  const hosts = openHosts(signs, manners);
  const results = openResults(db, options);
  const { report } = results;
  for (const url of takeTurns(uses.map((use) => use.url))) {
    // Checked only now: another process may have looked at it meanwhile.
    if (!isDue(url)) continue;
    const look = report.problem !== null || now() - begun > maxTime ? null : await hosts.look(url);
    if (look === null) report.left++;
    else await results.take(url, look);
  }
  await results.settle();
  const at = new Date(now()).toISOString();
  announceLinks(db, at);
  rememberLinkCheck(db, { at, problem: report.problem });
  return report;
}

/** Records results; network failures only once the network is known to work. */
function openResults(db: Database, options: CheckOptions) {
  const report: CheckReport = { verdicts: {}, left: 0, problem: null };
  let held: [string, Look][] = [];
  const record = (url: string, look: Look) => {
    recordLook(db, url, look, new Date(options.now()).toISOString());
    report.verdicts[look.verdict] = (report.verdicts[look.verdict] ?? 0) + 1;
    options.onLook(url, look);
  };
  const recordHeld = () => {
    for (const [url, look] of held) record(url, look);
    held = [];
  };
  const settle = async () => {
    if (held.length === 0) return;
    if (await doesAnybodyAnswer(db, options)) return recordHeld();
    report.problem = offline;
    report.left += held.length;
    held = [];
  };
  return {
    report,
    settle,
    async take(url: string, look: Look) {
      if (isOfNetwork(look)) held.push([url, look]);
      else {
        recordHeld();
        record(url, look);
      }
      if (held.length >= maxHeld) await settle();
    },
  };
}

/**
 * Whether a link is to be looked at again: a failed one after one day, then two, four … One that was looked at in the future was so by a
 * clock that was ahead.
 */
function isTimeToLook(state: LinkState | null, every: number, now: number): boolean {
  if (state === null) return true;
  const { asked, failures } = state;
  const since = now - Date.parse(asked);
  return since < 0 || since >= (failures > 0 ? Math.min(every, day * 2 ** (failures - 1)) : every);
}

/** Whether no server has responded. */
function isOfNetwork({ verdict, detail }: Look): boolean {
  return verdict === "no-answer" && (isCertain(detail) || detail === "timeout" || detail === "ECONNRESET");
}

/** Whether a server answers that has answered before. */
async function doesAnybodyAnswer(db: Database, { manners, signs }: CheckOptions): Promise<boolean> {
  for (const url of linksThatOpened(db, 3)) if (!isOfNetwork(await lookAt(url, signs, manners))) return true;
  return false;
}

/** Returns the addresses without duplicates, ordered so that one of each host comes before the second of any. */
function takeTurns(urls: readonly string[]): string[] {
  const counts = new Map<string, number>();
  const turns = [...new Set(urls)].map((url) => {
    const { host } = new URL(url);
    const turn = counts.get(host) ?? 0;
    counts.set(host, turn + 1);
    return { url, turn };
  });
  return turns.sort((one, other) => one.turn - other.turn).map(({ url }) => url);
}
