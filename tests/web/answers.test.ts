import request from "supertest";
import { describe, expect, it } from "vitest";
import { builtCatalog } from "../../src/site/catalog.ts";
import { openSite, refresh } from "../../src/site/site.ts";
import { loadAssets } from "../../src/web/assets.ts";
import { files, pages } from "../support/addresses.ts";
import { recordChange } from "../support/record-change.ts";
import { settingsFor } from "../support/settings.ts";
import { openTestApp, openTestSite, withCatalog } from "../support/site.ts";

const site = openTestSite();
const app = openTestApp(site);
const get = (path: string) => request(app).get(path);

describe("every answer", () => {
  it.each([...pages, ...files])("%s sets no cookie, names no other host for its parts, and is guarded", async (path) => {
    const { headers, text } = await get(path);
    expect(headers["set-cookie"]).toBeUndefined();
    expect(headers["content-security-policy"]).toContain("default-src 'none'");
    expect(headers["content-security-policy"]).not.toContain("unsafe");
    for (const rule of ["base-uri 'none'", "frame-ancestors 'none'"]) expect(headers["content-security-policy"]).toContain(rule);
    expect(Object.keys(headers).filter((name) => name.startsWith("access-control-"))).toEqual([]);
    expect(headers["content-type"]).toMatch(/; charset=utf-8$/);
    expect(headers["referrer-policy"]).toBe("same-origin");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["x-powered-by"]).toBeUndefined();
    expect(text).not.toMatch(/<(iframe|img)\b|<script(?! src="\/assets\/[\w.-]+" async><\/script>)/);
    expect(text).not.toMatch(/<(link|use)[^>]*(href|src)="(https?:)?\/\/(?!porchlight\.example)/);
    expect(text).not.toMatch(/ style="/);
  });
});

describe("headers", () => {
  it.each(["/programs", "/meetings", "/library", "/meetings.ics", "/programs.json", "/nowhere", "/programs/nothing", "/places/montana"])(
    "%s puts nothing of a request into them, but for a redirect its query as it was encoded",
    async (path) => {
      const query = "q=zebra%0d%0aSet-Cookie:zebra=1&near=zebra&zebra=zebra";
      const { headers } = await get(`${path}?${query}`).set("X-Zebra", "zebra");
      const { location, ...others } = headers as Record<string, string>;
      expect(JSON.stringify(others)).not.toContain("zebra");
      expect(location ?? `/places/MT?${query}`).toBe(`/places/MT?${query}`);
    },
  );
});

describe("kept pages", () => {
  it("are others after a restart with other settings", async () => {
    const db = withCatalog();
    const started = (siteUrl: string) => openTestApp(openSite(db, builtCatalog(), settingsFor(siteUrl), loadAssets()));
    const { etag } = (await request(started("https://porchlight.example")).get("/about")).headers as { etag: string };
    const again = (app: ReturnType<typeof started>) => request(app).get("/about").set("If-None-Match", etag);
    expect((await again(started("https://porchlight.example"))).status).toBe(304);
    const { status, text } = await again(started("https://other.example"));
    expect(status).toBe(200);
    expect(text).toContain("https://other.example/about");
  });

  it("come in brotli, gzip or plain, as the browser can take them", async () => {
    const plain = await get("/about").set("Accept-Encoding", "identity");
    const brotli = await get("/about").set("Accept-Encoding", "br");
    const gzip = await get("/about").set("Accept-Encoding", "gzip");
    expect(brotli.headers["content-encoding"]).toBe("br");
    expect(brotli.text).toBe(plain.text);
    expect(gzip.headers["content-encoding"]).toBe("gzip");
    expect(gzip.text).toBe(plain.text);
    expect(plain.headers["vary"]).toBe("Accept-Encoding");
  });

  it("are the same the second time", async () => {
    const first = await get("/programs?format=phone&q=kept").set("Accept-Encoding", "br");
    const second = await get("/programs?format=phone&q=kept").set("Accept-Encoding", "br");
    expect(second.text).toBe(first.text);
    expect(second.headers["content-encoding"]).toBe("br");
  });

  it("answer 304 to whoever has them, until the data changes", async () => {
    const own = openTestSite();
    const ownApp = openTestApp(own);
    const { headers } = await request(ownApp).get("/programs");
    const tag = headers["etag"]!;
    expect((await request(ownApp).get("/programs").set("If-None-Match", tag)).status).toBe(304);
    own.data.db.exec("DELETE FROM programs WHERE id = 'smart-recovery'");
    recordChange(own.data.db, "programs");
    await refresh(own);
    const after = await request(ownApp).get("/programs").set("If-None-Match", tag);
    expect(after.status).toBe(200);
    expect(after.headers["etag"]).not.toBe(tag);
  });

  it("are made without failing in the moment between another process's import and our taking it up", async () => {
    const own = openTestSite();
    const ownApp = openTestApp(own);
    own.data.db.exec("DELETE FROM programs WHERE id = 'smart-recovery'");
    for (const path of ["/programs?q=smart", "/programs?category=secular", "/programs/lifering"])
      expect((await request(ownApp).get(path)).status).toBe(200);
  });

  it("take up what another process imported", async () => {
    const own = openTestSite();
    const ownApp = openTestApp(own);
    own.data.db.exec("DELETE FROM programs WHERE id <> 'smart-recovery'");
    recordChange(own.data.db, "programs");
    await refresh(own);
    expect((await request(ownApp).get("/programs.json")).body.total).toBe(1);
  });
});

describe("odd requests", () => {
  it("put nothing into SQL, wherever they put it", async () => {
    const db = site.data.db.prepare("SELECT (SELECT count(*) FROM programs) + (SELECT count(*) FROM documents) AS entries").pluck();
    const before = db.get();
    for (const typed of ["'; DELETE FROM programs; --", '" OR 1=1 --', "x' UNION SELECT body FROM programs --", "%' OR '1'='1", "\\'"]) {
      const one = encodeURIComponent(typed);
      for (const path of [`/programs/${one}`, `/library/${one}`, `/meetings/${one}`, `/places/${one}`])
        expect((await get(path)).status, path).toBe(404);
      const asked = new URLSearchParams({ q: typed, near: typed, state: typed, category: typed, sort: typed, page: typed, tz: typed });
      for (const list of ["/programs", "/library", "/meetings", "/programs.json", "/meetings.ics"])
        expect((await get(`${list}?${asked}`)).status, list).toBe(200);
    }
    expect(db.get()).toBe(before);
  });

  it("are answered alike whatever host or proxy they name", async () => {
    const { text } = await get("/programs/smart-recovery");
    const claims = { Host: "y.example", "X-Forwarded-Host": "y.example", "X-Forwarded-Proto": "https", "X-Forwarded-For": "203.0.113.9" };
    const claimed = await get("/programs/smart-recovery").set(claims).set("Forwarded", "host=y.example;proto=https");
    expect(claimed.text).toBe(text);
    expect((await get("/programs/aa").set(claims)).headers["location"]).toBe("/programs/alcoholics-anonymous");
  });

  it("HEAD has the headers and no body", async () => {
    const { status, headers, text } = await request(app).head("/programs");
    expect(status).toBe(200);
    expect(Number(headers["content-length"])).toBeGreaterThan(1000);
    expect(text).toBeUndefined();
  });

  it.each(["post", "put", "delete", "patch"] as const)("%s is refused with the two methods that work", async (method) => {
    const { status, headers } = await request(app)[method]("/programs");
    expect(status).toBe(405);
    expect(headers["allow"]).toBe("GET, HEAD");
  });

  it("a broken escape is 400 in the site's own layout", async () => {
    const { status, text } = await get("/programs/%E0%A4%A");
    expect(status).toBe(400);
    expect(text).toContain("We could not read that address");
    expect(text).toContain('href="tel:911"');
  });

  it("a failure of ours is 500, says nothing of its insides, and is not kept", async () => {
    const broken = openTestSite();
    const brokenApp = openTestApp(broken);
    broken.data.db.exec("DROP TABLE documents");
    const { status, text, headers } = await request(brokenApp).get("/library/atq-study");
    expect(status).toBe(500);
    expect(text).toContain("Something broke on our side");
    expect(text).not.toMatch(/sqlite|documents/i);
    expect(headers["cache-control"]).toBe("no-store");
  });
});

describe("for machines", () => {
  it("/healthz says how much is there", async () => {
    const { body, headers } = await get("/healthz");
    expect(body).toEqual({
      status: "ok",
      problem: null,
      list: null,
      oldFeeds: [],
      programs: expect.any(Number),
      documents: expect.any(Number),
      meetings: 0,
      versions: {
        programs: expect.stringMatching(/-[1-9]\d*\.[0-9a-f]{16}$/),
        documents: expect.stringMatching(/-[1-9]\d*\.[0-9a-f]{16}$/),
        meetings: expect.stringMatching(/-0\.[0-9a-f]{16}$/),
      },
      ledger: { identity: expect.stringMatching(/^[0-9a-f]{16}$/), seq: expect.any(Number) },
    });
    expect(headers["cache-control"]).toBe("no-store");
  });

  it("/sitemap.xml names pages that all answer", async () => {
    const { text } = await get("/sitemap.xml");
    const paths = [...text.matchAll(/<loc>https:\/\/porchlight\.example([^<]*)<\/loc>/g)].map(([, path]) => path || "/");
    expect(paths.length).toBeGreaterThan(80);
    for (const path of paths) expect((await get(path)).status, path).toBe(200);
  });

  it("/robots.txt keeps searches out, and the style sheet, icons and manifest answer", async () => {
    expect((await get("/robots.txt")).text).toContain("Sitemap: https://porchlight.example/sitemap.xml");
    for (const name of ["site.css", "reading.css", "icons.svg"]) {
      const { status, headers } = await get(site.assets.url(name));
      expect(status).toBe(200);
      expect(headers["cache-control"]).toContain("immutable");
    }
    expect((await get("/favicon.svg")).headers["content-type"]).toContain("image/svg+xml");
    expect(JSON.parse((await get("/site.webmanifest")).text).name).toBe("Porchlight");
  });
});
