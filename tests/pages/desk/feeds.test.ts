import { describe, expect, it } from "vitest";
import { rememberAsked, rememberFailed } from "../../../src/feeds/state.ts";
import { updateFeed } from "../../../src/feeds/update.ts";
import { commandsToAdd, inShell } from "../../../src/pages/desk/feeds/feed-commands.ts";
import { withChurch } from "../../support/closed-church.ts";
import { signIn } from "../../support/desk.ts";
import { importOptions, importRecords } from "../../support/feeds.ts";
import { htmlFaults } from "../../support/html.ts";
import { openSiteOver, openTestApp, reopen } from "../../support/site.ts";

const now = Date.parse("2026-11-30T15:00Z");
const site = openSiteOver(withChurch(), () => now);
site.settings = { ...site.settings, feedsRefresh: 6 * 3_600_000 };
const { db } = site.data;
const dana = signIn(openTestApp(site), site);

/** A feed of the operator's, of three records of which one cannot be read. */
const own = { id: "example-meeting-guide", name: "The intergroup's list" };
const records = ["a", "b", "c", "d"].map((slug) => ({ slug, name: `Group ${slug}`, day: 1, time: "12:00", city: "Bigfork", state: "MT" }));
importRecords(db, own, [...records, { slug: "bad", day: 1 }], { at: "2026-11-29T12:00:00.000Z" });
reopen(site);

describe("the feeds at the desk", () => {
  it("are all there: those of the operator's list, and those that were brought in by hand", async () => {
    const { text } = await dana.get("/desk/feeds");
    expect(text).toContain('<a href="/desk/feeds/example-meeting-guide">The intergroup&#39;s list</a>');
    expect(text).toContain("4 meetings · 29 Nov 2026, 27 hours ago · Switched off");
    expect(text).toContain('<a href="/desk/feeds/flathead">Flathead Valley list</a>');
    expect(text).toContain("Brought in by hand");
    expect(text).toContain('href="/desk/feeds/example-bmlt"');
    expect(await htmlFaults(text)).toEqual([]);
  });

  it("have a page each: what it is, whom to ask, what the last import did, and what brings it again", async () => {
    const { text } = await dana.get("/desk/feeds/example-meeting-guide");
    expect(text).toContain('<a href="https://intergroup.example.org/wp-admin/admin-ajax.php?action=meetings"');
    expect(text).toContain('<a href="mailto:webmaster@example.org"');
    expect(text).toContain("The last import, 29 Nov 2026");
    expect(text).toContain("4 added, 0 changed, 0 unchanged, 0 removed, 1 refused.");
    expect(text).toContain("bad: ");
    expect(text).toContain("<code>npm run feeds -- update example-meeting-guide</code>");
    expect(text).not.toContain("What is wrong");
    expect(await htmlFaults(text)).toEqual([]);
    const byHand = await dana.get("/desk/feeds/flathead");
    expect(byHand.text).toContain("npm run feeds -- import --id flathead --program alcoholics-anonymous --file FILE");
    expect((await dana.get("/desk/feeds/nothing")).status).toBe(404);
  });

  it("say of one that was held what would change, and the commands that look and take it over", async () => {
    const feed = {
      ...own,
      program: "alcoholics-anonymous",
      zone: null,
      region: null,
      shape: "auto",
      url: null,
      file: `${import.meta.dirname}/none.json`,
    } as const;
    rememberAsked(db, own.id, "2026-11-30T14:00:00.000Z");
    expect(() => importRecords(db, own, records.slice(0, 1))).toThrow(/30%/);
    let reason = "";
    try {
      importRecords(db, own, records.slice(0, 1));
    } catch (error) {
      reason = (error as Error).message;
    }
    rememberFailed(db, own.id, reason);
    const { text } = await dana.get("/desk/feeds/example-meeting-guide");
    expect(text).toContain("It failed on 30 Nov 2026, the last time that it was asked for.");
    expect(text).toContain("This would remove 3 of the feed&#39;s 4 meetings");
    expect(text).toContain("<code>npm run feeds -- update example-meeting-guide --force --dry-run</code>");
    expect(text).toContain("<code>npm run feeds -- update example-meeting-guide --force</code>");
    const failed = await updateFeed(db, feed, { ...importOptions, at: "2026-11-30T14:30:00.000Z", userAgent: "x", backOff: false });
    expect(failed.kind).toBe("failed");
    const broken = (await dana.get("/desk/feeds/example-meeting-guide")).text;
    expect(broken).toContain("failed 2 times in a row");
    expect(broken).toContain("npm run feeds -- try &#39;https://intergroup.example.org/wp-admin/admin-ajax.php?action=meetings&#39;");
    expect(broken).not.toContain("--force");
  });

  it("in trouble are led to from what needs a person", async () => {
    expect((await dana.get("/desk")).text).toContain('<a href="/desk/feeds/example-meeting-guide">');
  });
});

describe("a command to copy", () => {
  it.each([
    ["https://a.example/list", "https://a.example/list"],
    ["https://a.example/?a=1&b=$(reboot)", "'https://a.example/?a=1&b=$(reboot)'"],
    ["it's; rm -rf ~", "'it'\\''s; rm -rf ~'"],
    ["--force", "'--force'"],
    ["", "''"],
  ])("holds %j as one word in which a shell runs nothing", (text, said) => {
    expect(inShell(text)).toBe(said);
  });

  it("adds a list with what is known of it", () => {
    expect(commandsToAdd("https://a.example/x?y", "AA of Vernon")[1]).toContain("--url 'https://a.example/x?y' --name 'AA of Vernon'");
  });
});
