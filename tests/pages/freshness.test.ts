import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Listening, listen } from "../support/listen.ts";
import { openSiteWithMeetings } from "../support/meetings.ts";
import { openTestApp } from "../support/site.ts";

let site: Listening;
beforeAll(async () => {
  site = await listen(openTestApp(openSiteWithMeetings()));
});
afterAll(() => site.close());

const lasting = "public, max-age=300";
const minute = "public, max-age=60";

describe("what the pages say of their freshness", () => {
  it.each([
    ["/", lasting],
    ["/programs/smart-recovery", lasting],
    ["/programs/alcoholics-anonymous", minute],
    ["/programs/alcoholics-anonymous?near=59911", "private, max-age=60"],
    ["/names.json", lasting],
    ["/meetings", minute],
    ["/meetings?near=59911", "private, max-age=60"],
    ["/meetings.json", minute],
    ["/meetings.ics?near=59911", "private, max-age=60"],
    ["/meetings/flathead-sunrise", minute],
    ["/meetings/flathead-sunrise.ics", minute],
    ["/library", lasting],
    ["/library?q=sponsor", "private, max-age=300"],
    ["/library.json", lasting],
    ["/library/atq-study", lasting],
    ["/places", lasting],
    ["/guidance", lasting],
    ["/about", lasting],
    ["/about/accuracy", minute],
    ["/about/accuracy.json", minute],
    ["/privacy", lasting],
    ["/accessibility", lasting],
    ["/changes", lasting],
    ["/changes.atom", lasting],
    ["/ledger", "no-store"],
    ["/robots.txt", lasting],
    ["/sitemap.xml", lasting],
    ["/report?about=programs/smart-recovery", "no-store"],
    ["/report/amber-mesa-heron", "no-store"],
    ["/suggest", "no-store"],
    ["/healthz", "no-store"],
    ["/no-such-page", "no-store"],
  ])("%s: %s", async (path, cacheControl) => {
    expect((await site.ask(path)).headers["cache-control"]).toBe(cacheControl);
  });

  it.each([
    "/programs",
    "/programs?format=phone",
    "/programs?state=GA&format=phone",
    "/programs?q=drinking",
    "/programs.json?format=phone",
    "/programs.json?q=warm+line+georgia",
    "/programs/farm-aid",
    "/programs/nc-peer-warmline",
    "/places/GA",
    "/places/MT",
    "/talk",
    "/talk?state=GA",
    "/help-now",
  ])("%s is kept by readers for a minute where it says until when somebody answers", async (path) => {
    const { headers, body } = await site.ask(path);
    const saysWhen = /Answers now, until|Opens |"until":"|"opens":"/.test(body.toString());
    const asLong = `${path.includes("q=") ? "private" : "public"}, max-age=`;
    // Who answers may decide the order too, where the page does not say it.
    expect(headers["cache-control"]).toMatch(new RegExp(`^${asLong}${saysWhen ? "60" : "(60|300)"}$`));
  });

  it.each([
    ["/programs?format=phone&state=MT", ["/programs?state=MT&format=phone", "/Programs/?format=phone&state=MT&utm_source=x&page=1"]],
    ["/places/MT", ["/places/mt", "/places/MT/"]],
    ["/meetings?day=tuesday", ["/meetings?day=tomorrow", "/meetings?day=tuesday&day=tuesday"]],
    ["/meetings?day=monday&after=now", ["/meetings?day=today", "/meetings?after=now&day=monday"]],
    ["/talk?state=MT", ["/talk?state=mt", "/talk/?x=1&state=MT"]],
    ["/programs/alcoholics-anonymous?near=59911", ["/programs/alcoholics-anonymous?near=+59911+&x=1"]],
    ["/about", ["/about?q=drinking", "/ABOUT"]],
  ])("%s is one page however it is spelled", async (path, spellings) => {
    const { headers, body } = await site.ask(path);
    for (const spelling of spellings) {
      const other = await site.ask(spelling);
      expect(other.headers["etag"], spelling).toBe(headers["etag"]);
      expect(other.body.equals(body)).toBe(true);
    }
  });

  it.each([
    ["/programs/alcoholics-anonymous", "/programs/alcoholics-anonymous?near=59911"],
    ["/meetings/flathead-sunrise", "/meetings/flathead-sunrise?tz=America/New_York"],
    ["/meetings", "/meetings?tz=America/New_York"],
    ["/meetings", "/meetings.json"],
    ["/programs.json?q=drinking", "/programs.json?q=drinking&explain=1"],
    ["/programs", "/programs?page=2"],
    ["/talk", "/talk?state=MT"],
  ])("%s and %s are two", async (one, other) => {
    const first = await site.ask(one);
    const second = await site.ask(other);
    expect(second.body.equals(first.body)).toBe(false);
    expect((await site.ask(one)).body.equals(first.body)).toBe(true);
  });
});
