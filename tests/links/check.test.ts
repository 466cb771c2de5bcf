import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { since } from "../../src/changes/since.ts";
import type { Database } from "../../src/database/open.ts";
import { listVersion } from "../../src/database/versions.ts";
import { type CheckReport, checkLinks } from "../../src/links/check.ts";
import { brokenLinks, troubleAmong } from "../../src/links/find.ts";
import { openHostTurns } from "../../src/links/host-turns.ts";
import type { LinkUse } from "../../src/links/link.ts";
import { settleLink } from "../../src/links/settle-link.ts";
import { readSigns } from "../../src/links/signs.ts";
import { lastLinkCheck, linkState } from "../../src/links/state.ts";
import { findProgram } from "../../src/programs/find.ts";
import { hasty, type OddServer, openOddServer } from "../support/odd-server.ts";
import { withCatalog } from "../support/site.ts";

const day = 86_400_000;
const hour = 3_600_000;
const signs = readSigns();

let db: Database;
let now: number;
let good: OddServer;
let odd: OddServer;
/** What the odd server answers with. */
let status: number;
let location: string | null;

beforeEach(async () => {
  db = withCatalog();
  now = Date.parse("2026-11-01T12:00:00Z");
  status = 200;
  location = null;
  good = await openOddServer((_, res) => void res.writeHead(200).end("<title>Peers</title>"));
  odd = await openOddServer((req, res) => {
    if (req.url === "/robots.txt") res.writeHead(404).end();
    else if (location !== null && req.url !== "/new") res.writeHead(status, { location }).end();
    else res.writeHead(req.url === "/new" ? 200 : status).end("<title>Line</title>");
  });
});
afterEach(async () => {
  db.close();
  await good.close();
  await odd.close();
});

const use = (url: string, list: LinkUse["list"] = "programs", subject = "211"): LinkUse => ({ url, list, subject });

/** The two servers' links, in a listing that has them. */
function usesOf(...urls: string[]): LinkUse[] {
  const listed = [...urls, `${good.url}/`];
  const body = JSON.stringify({ ...findProgram(db, "211"), links: listed });
  db.prepare("UPDATE programs SET body = ? WHERE id = '211'").run(body);
  return listed.map((url) => use(url));
}

function check(uses: readonly LinkUse[], more: { force?: boolean; maxTime?: number } = {}): Promise<CheckReport> {
  return checkLinks(db, uses, {
    now: () => now,
    every: 7 * day,
    force: false,
    maxTime: 3 * hour,
    manners: hasty,
    signs,
    onLook: () => undefined,
    ...more,
  });
}

/** Checks every six hours for so many days, as the server does. */
async function checkFor(days: number, uses: readonly LinkUse[]): Promise<void> {
  for (const end = now + days * day; now < end; now += 6 * hour) await check(uses);
}

const trouble = (url: string) => troubleAmong(db, [url, `${good.url}/`]).get(url) ?? null;

describe("a link that fails", () => {
  it("is broken once it has failed three times over three days, and not before", async () => {
    const url = `${odd.url}/page`;
    const uses = usesOf(url);
    status = 404;
    await checkFor(3, uses);
    expect(linkState(db, url)).toMatchObject({ verdict: "gone", failures: 2, broken: null });
    expect([trouble(url), brokenLinks(db)]).toEqual([null, []]);
    await check(uses);
    expect(trouble(url)).toEqual({ verdict: "gone", since: "2026-11-01T12:00:00.000Z" });
    expect(brokenLinks(db)).toEqual([{ ...use(url), verdict: "gone", since: "2026-11-01T12:00:00.000Z", to: null }]);
  });

  it("is not broken by many looks in a row on one day", async () => {
    const url = `${odd.url}/page`;
    const uses = usesOf(url);
    status = 410;
    for (let times = 0; times < 10; times++, now += hour) await check(uses, { force: true });
    expect(linkState(db, url)).toMatchObject({ failures: 10, broken: null });
    expect(brokenLinks(db)).toEqual([]);
  });

  it("is not broken by failures with a success between them", async () => {
    const url = `${odd.url}/page`;
    const uses = usesOf(url);
    for (const next of [404, 404, 200, 404, 404]) {
      status = next;
      now += 2 * day;
      await check(uses, { force: true });
    }
    expect(linkState(db, url)).toMatchObject({ failures: 2, failingSince: "2026-11-09T12:00:00.000Z", broken: null });
  });

  it("is looked at where it failed in the future, before the clock was set back", async () => {
    const url = `${odd.url}/page`;
    status = 404;
    await check(usesOf(url));
    now -= 90 * day;
    status = 200;
    await check(usesOf(url));
    expect(linkState(db, url)).toMatchObject({ verdict: "ok", failures: 0 });
  });

  it("is no longer broken as soon as it opens", async () => {
    const url = `${odd.url}/page`;
    const uses = usesOf(url);
    status = 404;
    await checkFor(4, uses);
    expect(trouble(url)).not.toBeNull();
    status = 200;
    await checkFor(8, uses);
    expect([trouble(url), brokenLinks(db)]).toEqual([null, []]);
  });

  it("changes the list that it is on, and no listing: no version moves, no date, nothing that readers see as news", async () => {
    const url = `${odd.url}/page`;
    const uses = usesOf(url);
    const before = { programs: listVersion(db, "programs"), documents: listVersion(db, "documents"), body: findProgram(db, "211") };
    const seq = since(db, 0, 10_000).length;
    status = 404;
    await checkFor(4, uses);
    const changes = since(db, 0, 10_000).slice(seq);
    expect(changes).toMatchObject([
      {
        kind: "imported",
        list: "programs",
        subject: "links",
        after: { broken: [url], working: [] },
        by: { role: "links" },
        isPublic: false,
      },
    ]);
    expect(listVersion(db, "programs")).not.toBe(before.programs);
    expect(listVersion(db, "documents")).toBe(before.documents);
    expect(findProgram(db, "211")).toEqual(before.body);
  });

  it("is no finding once the listing does not have it any more", async () => {
    const url = `${odd.url}/page`;
    const uses = usesOf(url);
    status = 404;
    await checkFor(4, uses);
    usesOf(`${odd.url}/another`);
    expect(brokenLinks(db)).toEqual([]);
    await check(usesOf());
    expect(linkState(db, url)).toBeNull();
  });

  it("that a person has looked at is no finding, until something else is found", async () => {
    const url = `${odd.url}/page`;
    const uses = usesOf(url);
    status = 404;
    await checkFor(4, uses);
    settleLink(db, url, "2026-11-05T12:00:00.000Z");
    expect([trouble(url), brokenLinks(db)]).toEqual([null, []]);
    await checkFor(10, uses);
    expect(brokenLinks(db)).toEqual([]);
    status = 500;
    await checkFor(10, uses);
    expect(brokenLinks(db)).toMatchObject([{ url, verdict: "no-answer" }]);
  });
});

describe("a link that", () => {
  it("has moved is a finding at once, with where to, and pages say nothing of it", async () => {
    const url = `${odd.url}/old`;
    [status, location] = [301, "/new"];
    await check(usesOf(url));
    expect(brokenLinks(db)).toEqual([{ ...use(url), verdict: "moved", since: "2026-11-01T12:00:00.000Z", to: `${odd.url}/new` }]);
    expect(trouble(url)).toBeNull();
  });

  it("may not be asked for is a finding for a person, however often", async () => {
    const url = `${odd.url}/page`;
    const uses = usesOf(url);
    status = 403;
    await checkFor(20, uses);
    expect(brokenLinks(db)).toMatchObject([{ url, verdict: "blocks-robots", since: "2026-11-01T12:00:00.000Z" }]);
    expect(trouble(url)).toBeNull();
  });
});

describe("servers are asked politely:", () => {
  it("a link that opens once in seven days, one that failed after one day, two, four and then seven", async () => {
    const urls = [`${good.url}/`, `${odd.url}/page`];
    const uses = usesOf(urls[1]!);
    const days: number[][] = [[], []];
    status = 404;
    for (let at = 0; at < 30; at++, now += day) {
      const before = [good.asked.length, odd.asked.length];
      await check(uses);
      if (good.asked.length > before[0]!) days[0]!.push(at);
      if (odd.asked.length > before[1]!) days[1]!.push(at);
    }
    expect(days).toEqual([
      [0, 7, 14, 21, 28],
      [0, 1, 3, 7, 14, 21, 28],
    ]);
  });

  it("one of each host before the second of any, with a pause between two of one host", async () => {
    const log: string[] = [];
    let clock = 0;
    const turns = openHostTurns(
      2000,
      () => clock,
      async (milliseconds) => {
        log.push(`wait ${milliseconds}`);
        clock += milliseconds;
      },
    );
    const uses = [`${odd.url}/1`, `${odd.url}/2`, `${good.url}/1`].map((url) => use(url));
    const options = { now: () => now, every: day, force: false, maxTime: hour, signs };
    await checkLinks(db, uses, {
      ...options,
      manners: { ...hasty, turns },
      onLook: (url) => void log.push(url.replace(good.url, "good").replace(odd.url, "odd")),
    });
    // Each host: robots.txt, HEAD, and the page, because it says no type.
    expect(log).toEqual([...["wait 2000", "wait 2000", "odd/1"], ...["wait 2000", "wait 2000", "good/1"], ...["wait 2000", "odd/2"]]);
  });

  it("none whose robots.txt keeps us out, and none more slowly than that asks", async () => {
    const strict = await openOddServer((req, res) => {
      if (req.url === "/robots.txt") res.end("User-agent: *\nDisallow: /private\nCrawl-delay: 7");
      else res.end();
    });
    const waits: number[] = [];
    let clock = 0;
    const turns = openHostTurns(
      0,
      () => clock,
      async (milliseconds) => {
        waits.push(milliseconds);
        clock += milliseconds;
      },
    );
    const uses = ["/private/page", "/open"].map((path) => use(strict.url + path));
    const options = { now: () => now, every: day, force: false, maxTime: hour, signs, onLook: () => undefined };
    await checkLinks(db, uses, { ...options, manners: { ...hasty, turns } });
    expect(strict.asked).toEqual(["GET /robots.txt", "HEAD /open", "GET /open"]);
    expect(linkState(db, `${strict.url}/private/page`)).toMatchObject({ verdict: "blocks-robots", detail: "robots.txt" });
    expect(waits).toEqual([7000]);
    await strict.close();
  });

  it.each([429, 503])("none again that says %i, before the next time", async (code) => {
    status = code;
    const report = await check(usesOf(`${odd.url}/1`, `${odd.url}/2`, `${odd.url}/3`));
    expect(report.left).toBe(2);
    expect(odd.asked).toEqual(["GET /robots.txt", "HEAD /1", "GET /1"]);
  });

  it("none once the time is up", async () => {
    const report = await check(usesOf(`${odd.url}/1`), { maxTime: -1 });
    expect(report).toEqual({ verdicts: {}, left: 2, problem: null });
  });
});

describe("where this machine is cut off", () => {
  it("nothing is counted against any link, and that is said", async () => {
    const url = `${odd.url}/page`;
    const uses = usesOf(url);
    await check(uses);
    await odd.close();
    await good.close();
    await checkFor(20, uses);
    expect(linkState(db, url)).toMatchObject({ verdict: "ok", failures: 0 });
    expect(lastLinkCheck(db)).toMatchObject({ problem: expect.stringMatching(/No server on the internet answered/) });
    good = await openOddServer(() => undefined);
    odd = await openOddServer(() => undefined);
  });

  it("but a server that is gone alone is counted, all its links by one question", async () => {
    const urls = [`${odd.url}/1`, `${odd.url}/2`];
    const uses = usesOf(...urls);
    await odd.close();
    await checkFor(4, uses);
    for (const url of urls) expect(trouble(url)).toEqual({ verdict: "no-answer", since: "2026-11-01T12:00:00.000Z" });
    expect(lastLinkCheck(db)).toEqual({ at: "2026-11-05T06:00:00.000Z", problem: null });
    odd = await openOddServer(() => undefined);
  });
});
