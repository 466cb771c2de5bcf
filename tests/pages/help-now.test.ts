import request from "supertest";
import { describe, expect, it } from "vitest";
import { openTestApp, openTestSite } from "../support/site.ts";

const site = openTestSite();
const get = (path: string) => request(openTestApp(site)).get(path);

describe("GET /help-now", () => {
  it("begins with three buttons: 911 by call, 988 by call and by text", async () => {
    const { text } = await get("/help-now");
    const main = text.slice(text.indexOf("<main"));
    expect([...main.matchAll(/href="((?:tel|sms):[^"]+)"/g)].slice(0, 3).map(([, href]) => href)).toEqual([
      "tel:911",
      "tel:988",
      "sms:988",
    ]);
  });

  it("gives the chat, and the lines for veterans, overdose, violence, farms and treatment", async () => {
    const { text } = await get("/help-now");
    for (const href of [
      "https://988lifeline.org",
      "sms:838255",
      "tel:+18002221222",
      "tel:+18007997233",
      "tel:+18447628483",
      "tel:+18338972474",
      "tel:+18006624357",
      "tel:211",
    ]) {
      expect(text).toContain(`href="${href}"`);
    }
    expect(text).toContain("press 2 for Spanish");
    expect(text).toContain("American Sign Language");
  });

  it("shows each line with a way to reach it", async () => {
    const { text } = await get("/help-now");
    for (const { lines } of site.data.helpNow) {
      for (const { program } of lines) expect(text).toMatch(new RegExp(`href="/programs/${program}">[^<]+</a>\\s*<p[^>]*>\\s*<span><a `));
    }
  });

  it("leads to the lines of each state that has one, and to any state's by a form", async () => {
    const { text } = await get("/help-now");
    expect(text).toContain('href="/talk?state=NC"');
    expect(text).toMatch(/<form[^>]* action="\/talk"[^>]*>[\s\S]*<option value="TX">Texas<\/option>/);
    expect((await get("/talk?state=NC")).text).toContain('href="tel:+18557337762"');
  });
});
