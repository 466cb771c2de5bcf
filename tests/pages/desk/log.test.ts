import { Writable } from "node:stream";
import { pino } from "pino";
import request from "supertest";
import { expect, it } from "vitest";
import { createApp } from "../../../src/app.ts";
import { addWithPassword, goodPassword, sendForm, signIn } from "../../support/desk.ts";
import { openTestSite } from "../../support/site.ts";

const lines: { account: string | null; did: string; status: number }[] = [];
const keep = new Writable({
  write(line: Buffer, _encoding, done) {
    const { account, did, status } = JSON.parse(line.toString());
    lines.push({ account, did, status });
    done();
  },
});

it("logs who did what at the desk and what was refused, and nothing that anybody typed or read", async () => {
  const site = openTestSite();
  const app = createApp(site, pino({}, keep));
  const { id } = await addWithPassword(site, "Dana");
  const june = signIn(app, site, "editor", "June");
  await sendForm(app, "/desk/sign-in", { name: "my secret instead of my name", password: "wrong" });
  await sendForm(app, "/desk/sign-in", { name: "Dana", password: goodPassword });
  await request(app).post("/desk/sign-in").set("Sec-Fetch-Site", "cross-site");
  await june.get("/desk/account?q=private");
  await june.get("/desk/editors");
  await june.post(`/desk/editors/${id}`, { act: "remove" });
  await june.post("/desk/sign-out");
  await request(app).get("/programs?q=whiskey");
  expect(lines).toEqual([
    { account: null, did: "POST /desk/sign-in", status: 422 },
    { account: id, did: "POST /desk/sign-in", status: 303 },
    { account: null, did: "POST /desk", status: 403 },
    { account: june.editor.id, did: "GET /desk/editors", status: 403 },
    { account: june.editor.id, did: "POST /desk/editors/:id", status: 403 },
    { account: june.editor.id, did: "POST /desk/sign-out", status: 303 },
  ]);
});
