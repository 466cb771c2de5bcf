import request from "supertest";
import { describe, expect, it } from "vitest";
import { openSiteWithMeetings } from "../support/meetings.ts";
import { openTestApp } from "../support/site.ts";

const app = openTestApp(openSiteWithMeetings());
const get = (path: string) => request(app).get(path);
const unescaped = (href: string) => href.replaceAll("&amp;", "&");

describe("GET /", () => {
  it("leads from each of four needs to a page that has something, talking to someone first", async () => {
    const { text } = await get("/");
    const needs = text.slice(text.indexOf('<ul class="needs">')).split("</ul>")[0]!;
    const paths = [...needs.matchAll(/<a href="([^"]+)"/g)].map(([, href]) => unescaped(href!));
    expect(paths).toHaveLength(4);
    expect(paths[0]).toBe("/talk");
    for (const path of paths) {
      const answer = await get(path);
      expect(answer.status).toBe(200);
      expect(answer.text, path).toContain('<li class="row');
    }
  });

  it("asks for a place in the need for a meeting, also where there are only lists of others", async () => {
    const form = /<form[^>]* action="\/meetings">\s*<label for="near">[\s\S]*?<input id="near" name="near"/;
    expect((await get("/")).text).toMatch(form);
    expect((await request(openTestApp()).get("/")).text).toMatch(form);
  });

  it("counts each category as its page does", async () => {
    const { text } = await get("/");
    const counts = [...text.matchAll(/<a href="(\/programs\?category=[^"]+)">[^<]+<\/a> <span class="muted">(\d+)/g)];
    expect(counts.length).toBeGreaterThan(10);
    for (const [, href, promised] of counts) {
      expect((await get(`${href!.replace("/programs?", "/programs.json?")}`)).body.total, href).toBe(Number(promised));
    }
  });

  it("leads to how a group is started, on the guide and in place", async () => {
    const { text } = await get("/");
    const [, part] = text.match(/href="\/guidance#([^"]+)">How to start a group</)!;
    expect((await get("/guidance")).text).toContain(`id="${part}"`);
  });
});
