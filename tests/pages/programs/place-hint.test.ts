import request from "supertest";
import { describe, expect, it } from "vitest";
import { openSiteWithMeetings } from "../../support/meetings.ts";
import { openTestApp } from "../../support/site.ts";

const app = openTestApp(openSiteWithMeetings());

/** The ways that a search for programs offers to a place, by their words. */
async function offered(q: string): Promise<Record<string, string>> {
  const { text } = await request(app).get("/programs").query({ q }).expect(200);
  const aside = /<aside class="notice" aria-label="Looking[\s\S]*?<\/aside>/.exec(text)?.[0] ?? "";
  const links = [...aside.matchAll(/<a href="([^"]+)">([^<]+)/g)];
  return Object.fromEntries(links.map(([, href, label]) => [label, href!.replaceAll("&amp;", "&")]));
}

describe("a search for programs that names a place", () => {
  it.each(["59911", "59911-1234", "bigfork, MT", "near bigfork montana"])("offers its state and its meetings for %s", async (q) => {
    const ways = await offered(q);
    expect(ways["Programs that serve Montana"]).toBe("/programs?state=MT");
    expect(Object.keys(ways)[1]).toMatch(/^Meetings near Bigfork, MT/);
    expect(Object.values(ways)[1]).toMatch(/^\/meetings\?near=Bigfork%2C\+MT/);
  });

  it("keeps what else was said and chosen", async () => {
    expect((await offered("aa in 59911"))["Programs that serve Montana"]).toBe("/programs?q=aa&state=MT");
    const { text } = await request(app).get("/programs?q=bigfork&state=MT&format=phone").expect(200);
    expect(text).toContain('href="/programs?state=MT&amp;format=phone"');
  });

  it("never takes a town for a typo of something else", async () => {
    expect((await offered("missoula"))["Programs that serve Montana"]).toBe("/programs?state=MT");
    expect((await request(app).get("/programs.json?q=missoula")).body.total).toBe(0);
  });

  it("offers each state that has a town of the name", async () => {
    const ways = await offered("helena");
    expect(ways["Helena, MT"]).toBe("/programs?state=MT");
    expect(Object.keys(ways).length).toBeGreaterThan(1);
  });

  it.each(["secular", "zzzzz", "smart recovery", "00000", "constructor"])("offers nothing for %s", async (q) => {
    expect(await offered(q)).toEqual({});
  });
});
