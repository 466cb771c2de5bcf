import request from "supertest";
import { describe, expect, it } from "vitest";
import { deskRoutes } from "../../../src/pages/desk/desk.ts";
import { editions } from "../../../src/site/edition.ts";
import { sendForm, signIn } from "../../support/desk.ts";
import { openTestApp, openTestSite } from "../../support/site.ts";

const site = openTestSite();
const app = openTestApp(site);
const admin = signIn(app, site, "admin");
const editor = signIn(app, site, "editor");
const table = deskRoutes(site, editions[0]).map(({ method, path, role }) => ({ method, path: path.replaceAll(/:\w+/g, "x"), role }));
const { urls } = editions[0];

const askSignedOut = (method: string, path: string) => (method === "get" ? request(app).get(path) : sendForm(app, path, {}));

describe("the guard of the desk", () => {
  it.each(table.filter(({ role }) => role !== "nobody"))("$method $path is for $role", async ({ method, path, role }) => {
    const signedOut = await askSignedOut(method, path);
    expect(signedOut.status).toBe(303);
    expect(signedOut.headers["location"]).toContain(urls.deskSignIn);
    expect(signedOut.text).not.toContain("Hello");
    for (const { who, allowed } of [
      { who: editor, allowed: role !== "admin" },
      { who: admin, allowed: true },
    ]) {
      const { status } = await (method === "get" ? who.get(path) : who.post(path));
      if (allowed) expect([200, 303, 404, 422], `${who.editor.role}`).toContain(status);
      else expect(status).toBe(403);
    }
  });
});
