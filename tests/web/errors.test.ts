import express, { type RequestHandler } from "express";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { errorHandler, notFound } from "../../src/pages/errors.ts";
import { editions } from "../../src/site/edition.ts";
import { Conflict, Forbidden, Invalid, NotFound, TooMany } from "../../src/web/errors.ts";
import { refuseMethod } from "../../src/web/methods.ts";
import { serve } from "../../src/web/server.ts";
import { type Listening, listen } from "../support/listen.ts";
import { openTestApp, openTestSite } from "../support/site.ts";

const site = openTestSite();
let whole: Listening;
beforeAll(async () => {
  whole = await listen(openTestApp(site));
});
afterAll(() => whole.close());

/** The log of the small app, one line a failure. */
const logged: string[] = [];
const log = pino({ level: "error" }, { write: (line: string) => void logged.push(line) });

/** An app of one page that does this, with the site's own error pages. */
async function open(page: RequestHandler): Promise<Listening> {
  const app = express();
  app
    .route("/page")
    .get(page)
    .post(express.json({ limit: 100 }), page)
    .all(refuseMethod);
  app.use(notFound);
  app.use(errorHandler(site, editions[0], log));
  return listen(serve(app, { answer: () => false }));
}

describe("an error of a noun", () => {
  it.each([
    [new NotFound("x"), 404, "We could not find that page"],
    [new Invalid("x"), 422, "Something isn’t filled in right"],
    [new Conflict("x"), 409, "Someone else changed this first"],
    [new Forbidden("x"), 403, "You can’t do that"],
    [new TooMany("x"), 429, "Too many tries"],
  ])("%o has its own status and page", async (error, status, title) => {
    const app = await open(() => {
      throw error;
    });
    const answer = await app.ask("/page");
    await app.close();
    expect(answer.status).toBe(status);
    expect(answer.headers["cache-control"]).toBe("no-store");
    expect(answer.headers["retry-after"]).toBe(status === 429 ? "60" : undefined);
    expect(answer.body.toString()).toContain(`<h1>${title}</h1>`);
    expect(answer.body.toString()).toContain('href="tel:911"');
  });

  it("that was asked for too often says when to try again", async () => {
    const app = await open(() => {
      throw new TooMany("x", 3600);
    });
    const { headers } = await app.ask("/page");
    await app.close();
    expect(headers["retry-after"]).toBe("3600");
  });
});

describe("an error of Express or a parser", () => {
  it.each([
    [400, "We could not read that address"],
    [401, "We could not do that"],
    [403, "You can’t do that"],
    [405, "This page is only for reading"],
    [409, "Someone else changed this first"],
    [410, "This is not listed any more"],
    [413, "That was too long"],
    [415, "We can’t read that kind of file"],
    [418, "We could not do that"],
    [422, "Something isn’t filled in right"],
    [429, "Too many tries"],
    [500, "Something broke on our side"],
    [503, "Something broke on our side"],
    [200, "Something broke on our side"],
    ["404", "Something broke on our side"],
  ])("of status %s keeps it where it is the reader's", async (status, title) => {
    const app = await open(() => {
      throw Object.assign(new Error("inside"), { status });
    });
    const answer = await app.ask("/page");
    await app.close();
    expect(answer.status).toBe(typeof status === "number" && status >= 400 && status < 500 ? status : 500);
    expect(answer.body.toString()).toContain(`<h1>${title}</h1>`);
    expect(answer.body.toString()).not.toContain("inside");
  });

  it.each([
    ["{", { "Content-Type": "application/json" }, 400],
    [`"${"x".repeat(200)}"`, { "Content-Type": "application/json" }, 413],
    ["{}", { "Content-Type": "application/json; charset=nonsense" }, 415],
  ])("a body %s is refused with the parser's own status", async (body, headers, status) => {
    const app = await open((_req, res) => void res.end());
    const answer = await fetch(`http://127.0.0.1:${app.port}/page`, { method: "POST", body, headers });
    await answer.text();
    await app.close();
    expect(answer.status).toBe(status);
  });

  it.each([null, undefined, "words", 404, { status: 404 }])("%j, thrown, is a failure of ours", async (thrown) => {
    const app = await open(() => Promise.reject(thrown ?? new Error("nothing")));
    const { status } = await app.ask("/page");
    await app.close();
    expect(status).toBe(500);
  });
});

describe("a failure of ours", () => {
  it("is logged without the address; an error of the reader's is not", async () => {
    logged.length = 0;
    const failing = await open(() => {
      throw new Error("inside");
    });
    await failing.ask("/page?q=secretword");
    await failing.ask("/nowhere");
    await failing.close();
    expect(logged.length).toBe(1);
    expect(logged[0]).not.toContain("secretword");
  });

  it("after the page has begun ends the connection, so that nobody takes a part for the whole", async () => {
    const app = await open((_req, res) => {
      res.write("the first half");
      throw new Error("inside");
    });
    await expect(app.ask("/page")).rejects.toThrow();
    await app.close();
  });
});

describe("methods", () => {
  it.each(["/", "/programs", "/programs/smart-recovery", "/programs.json", "/healthz", "/favicon.svg", site.assets.url("site.css")])(
    "%s is read, and says so",
    async (path) => {
      for (const method of ["POST", "PUT", "PATCH", "DELETE", "TRACE"]) {
        const { status, headers, body } = await whole.ask(path, {}, method);
        expect(status, method).toBe(405);
        expect(headers["allow"]).toBe("GET, HEAD");
        expect(headers["cache-control"]).toBe("no-store");
        expect(body.toString()).toContain("This page is only for reading");
      }
      const options = await whole.ask(path, {}, "OPTIONS");
      expect(options.status).toBe(204);
      expect(options.headers["allow"]).toBe("GET, HEAD");
      expect((await whole.ask(path, {}, "HEAD")).status).toBe(200);
    },
  );

  it("lists those that the route has", async () => {
    const app = await open((_req, res) => void res.end());
    expect((await app.ask("/page", {}, "DELETE")).headers["allow"]).toBe("GET, HEAD, POST");
    expect((await app.ask("/page", { "Content-Length": "0" }, "POST")).status).toBe(200);
    await app.close();
  });

  it.each(["GET", "HEAD", "POST", "DELETE", "OPTIONS"])("%s of an address that is not there is 404", async (method) => {
    for (const path of ["/nowhere", "/programs/smart-recovery/more", "/assets/site.css", "/assets/../package.json"]) {
      const { status, headers } = await whole.ask(path, {}, method);
      expect(status, path).toBe(404);
      expect(headers["allow"]).toBeUndefined();
    }
  });

  it("the tag of one page makes no other address answer 304", async () => {
    const { etag } = (await whole.ask("/programs")).headers;
    expect((await whole.ask("/programs", { "If-None-Match": etag! })).status).toBe(304);
    for (const path of ["/no-such", "/programs/no-such"]) expect((await whole.ask(path, { "If-None-Match": etag! })).status).toBe(404);
    for (const path of ["/meetings", "/healthz"]) expect((await whole.ask(path, { "If-None-Match": etag! })).status).toBe(200);
  });
});
