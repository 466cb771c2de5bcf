import fc from "fast-check";
import request from "supertest";
import { describe, expect, it } from "vitest";
import { openTestApp, openTestSite } from "../../support/site.ts";

const app = openTestApp(openTestSite());
const get = (path: string) => request(app).get(path);
const count = (html: string) => Number(/<h2 id="results"[^>]*>([\d,]+)/.exec(html)![1]!.replace(",", ""));

describe("GET /programs", () => {
  it("shows twenty rows, each with its next step, and says once that nobody has called these numbers", async () => {
    const { status, text } = await get("/programs");
    expect(status).toBe(200);
    expect(text.match(/<li class="row">/g)).toHaveLength(20);
    expect(text.match(/<div class="ways">\n<a class="button/g)).toHaveLength(20);
    expect(text.match(/We have not called these numbers ourselves/g)).toHaveLength(1);
    expect(text).toContain('href="tel:+18006624357"');
    expect(text).toContain("</svg>1-800-662-4357</a>");
  });

  it("says the filter as a sentence, and offers to take each part away", async () => {
    const { text } = await get("/programs?format=phone&category=secular&state=MT");
    expect(text).toContain("Secular, by phone, in Montana.");
    expect(text).toContain('<a href="/programs?state=MT&amp;category=secular"><span class="visually-hidden">Remove filter: </span>Phone');
    expect(text).toContain('Filter <span class="muted">(3)');
  });

  it("says what one chosen value means", async () => {
    expect((await get("/programs?category=secular")).text).toContain("Groups with no religious or spiritual part.");
  });

  it("tells how the default order is made, and that a state's own come first", async () => {
    expect((await get("/programs")).text).toContain("Open to anybody first. Then easiest to reach: any phone at any hour");
    expect((await get("/programs?state=VT")).text).toContain("Programs in Vermont come first, then nationwide ones.");
  });

  it("counts beside each option what following it finds", async () => {
    const { body } = await get("/programs.json?help=alcohol&format=video");
    for (const options of Object.values(body.facets) as { count: number; chosen: boolean; href: string; value: string }[][]) {
      for (const { count, chosen, href, value } of options.filter((option) => !option.chosen && option.count > 0)) {
        const { body: narrowed } = await get(href);
        const name = Object.entries(body.facets).find(([, list]) => list === options)![0];
        const already = options.filter((option) => option.chosen);
        if (already.length === 0) expect(narrowed.total, `${name}=${value} ${chosen}`).toBe(count);
        else expect(narrowed.total, `${name}=${value}`).toBeGreaterThanOrEqual(count);
      }
    }
  });

  it("stands for everything at least weekly under one alias", async () => {
    const weekly = (await get("/programs.json?frequency=weekly-or-more")).body.total;
    const each = (await get("/programs.json?frequency=any-time&frequency=daily&frequency=several-a-week&frequency=weekly")).body.total;
    expect(weekly).toBe(each);
    expect(weekly).toBeGreaterThan((await get("/programs.json?frequency=weekly")).body.total);
  });

  it("says which single filter to take away when nothing fits, and offers what needs no travel", async () => {
    const { text } = await get("/programs?format=app&category=recovery-center");
    expect(count(text)).toBe(0);
    const [, href, promised] = /<a href="([^"]+)">Without “App”: (\d+) programs?/.exec(text)!;
    expect(count((await get(href!.replaceAll("&amp;", "&"))).text)).toBe(Number(promised));
    expect(text).toContain('href="/programs?access=any-phone"');
  });

  it("says of words that nothing has that nothing has them, and claims to leave out only what stands beside others", async () => {
    const { text } = await get("/programs?q=zzzzz");
    expect(count(text)).toBe(0);
    expect(text).toContain("No matches for “zzzzz”. Check the spelling");
    expect(text).not.toContain("searched without");
    expect((await get("/programs?q=zzzzz+secular")).text).toContain("No match for “zzzzz”, so we searched without it.");
  });

  it("says that an unknown value is unknown", async () => {
    const { status, text } = await get("/programs?category=%3Cb%3Ewitchcraft");
    expect(status).toBe(200);
    expect(text).toContain("“&lt;b&gt;witchcraft” is not something we list by");
    expect(text).not.toContain("<b>witchcraft");
  });

  it("offers the way back from a page past the end", async () => {
    const { status, text } = await get("/programs?page=99&format=phone");
    expect(status).toBe(200);
    expect(text).toContain('<a href="/programs?format=phone">Back to the first page</a>');
  });

  it("says in its title and description what was chosen, and never the reader's own words", async () => {
    const { text } = await get("/programs?q=zoloft&category=secular&format=phone");
    const [head] = text.split("<body>");
    expect(head).toContain("<title>Secular, by phone · Find support · Porchlight</title>");
    expect((await get("/programs?category=secular")).text).toContain('<meta name="description" content="Secular.">');
    expect((await get("/programs")).text).toContain('<meta name="description" content="Peer phone lines');
    expect(head).not.toContain("zoloft");
  });

  it("leads to what the library has about the same kind of support", async () => {
    const [, href, promised] = /<a href="([^"]+)">(\d+) guides and studies about this/.exec(
      (await get("/programs?category=secular&q=beer")).text,
    )!;
    expect(href).toBe("/library?category=secular");
    expect(count((await get(href!)).text)).toBe(Number(promised));
    expect((await get("/programs?help=food")).text).not.toContain("about this");
  });

  it("keeps the order through the form, and out of search engines' way", async () => {
    const { text } = await get("/programs?q=women&sort=name");
    expect(text).toContain('<option value="name" selected>A to Z</option>');
    expect(count((await get("/programs?q=women&sort=")).text)).toBe(count(text));
    expect(text).toContain('<meta name="robots" content="noindex">');
    expect((await get("/programs?category=secular")).text).toContain(
      '<link rel="canonical" href="https://porchlight.example/programs?category=secular">',
    );
  });

  it("shows an unconfirmed line as such, with whom to call instead", async () => {
    const { text } = await get("/programs?q=montana+warm+line");
    const row = text.split('<li class="row">')[1]!;
    expect(row).toContain('<p class="in-doubt">Number last seen in 2020</p>');
    expect(row).toContain('<h3 class="hollow">');
    expect(row).toContain('<a class="button-outline" href="tel:+18776883377">');
    expect(row).toContain(
      'Answers now:</span><span class="on-paper">If nobody answers:</span> <a class="button" href="tel:988">Call 988</a>',
    );
  });

  it("never lights a button of a program that nobody confirms", async () => {
    for (const page of [1, 2, 3, 4, 5, 6, 7, 8, 9]) {
      const rows = (await get(`/programs?page=${page}`)).text.split('<li class="row">').slice(1);
      for (const row of rows.filter((row) => /Not confirmed|Number last seen/.test(row))) {
        expect(row.split("If nobody answers:")[0]).not.toContain('class="button"');
      }
    }
  });

  it("shows what has closed with where to go instead, and nothing to call", async () => {
    const row = (await get("/programs?q=uplift+wisconsin")).text
      .split('<li class="row">')
      .find((row) => row.includes("/programs/wi-uplift"))!;
    expect(row).toContain('<p class="in-doubt">Closed</p>');
    expect(row).toContain('Try instead:</p>\n<p><a href="/programs/988-lifeline">');
    expect(row.split("</li>")[0]).not.toContain('href="tel:');
  });

  it("has no chip for the words, which are in the search box, and none to clear all where there is one chip", async () => {
    const { text } = await get("/programs?q=drinking&format=phone");
    const chips = text.split('<ul class="chips">')[1]!.split("</ul>")[0]!;
    expect(chips.match(/<li>/g)).toHaveLength(1);
    expect(chips).toContain('href="/programs?q=drinking"');
    expect(text).toContain('<p class="sentence wide-only">“drinking”, by phone.</p>');
    expect((await get("/programs?q=drinking")).text).not.toMatch(/class="(chips|sentence)/);
  });

  it("answers any query string with a page", async () => {
    const value = fc.oneof(fc.string({ unit: "binary", maxLength: 60 }), fc.constantFrom('"', "NEAR(a b)", "a*", "\0", "‮", "phone", "MT"));
    const query = fc.array(fc.tuple(fc.constantFrom("q", "category", "state", "page", "sort", "format", "x[y]", "__proto__"), value), {
      maxLength: 6,
    });
    await fc.assert(
      fc.asyncProperty(query, fc.constantFrom("/programs", "/library", "/programs.json", "/library.json"), async (pairs, path) => {
        const given = pairs.map(([name, text]) => `${encodeURIComponent(name)}=${encodeURIComponent(text.toWellFormed())}`).join("&");
        expect((await get(`${path}?${given}`)).status).toBe(200);
      }),
      { numRuns: 150 },
    );
  });

  it.each(["%", "%zz", "q=%E0%A4%A", "&&&&", "=", "q", "q=%00", `q=${"x".repeat(10_000)}`, `q=${"%F0%9F%92%A9".repeat(2000)}`])(
    "answers ?%.40s with 200 or a clean 4xx",
    async (query) => {
      const { status, text } = await get(`/programs?${query}`);
      expect([200, 400, 414, 431]).toContain(status);
      expect(text).not.toContain("Error:");
    },
  );
});

describe("GET /programs.json", () => {
  it("answers the same question in the promised shape", async () => {
    const { body, headers } = await get("/programs.json?q=secular&format=video");
    expect(headers["content-type"]).toContain("application/json");
    expect(body).toMatchObject({ page: 1, total: expect.any(Number), pages: expect.any(Number) });
    expect(body.total).toBe(count((await get("/programs?q=secular&format=video")).text));
    expect(body.items[0]).toMatchObject({
      id: expect.any(String),
      name: expect.any(String),
      url: expect.stringContaining("https://porchlight.example/programs/"),
      summary: expect.any(String),
      category: expect.any(Array),
      format: expect.arrayContaining(["video"]),
    });
    const video = body.facets.format.find(({ value }: { value: string }) => value === "video");
    expect(video).toMatchObject({ label: "Video", chosen: true, href: "/programs.json?q=secular" });
  });
});
