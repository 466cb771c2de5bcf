import request from "supertest";
import { describe, expect, it } from "vitest";
import { makeUrls, type Urls } from "../../src/site/urls.ts";
import { openSiteWithMeetings } from "../support/meetings.ts";
import { openTestApp } from "../support/site.ts";

/** Something that is there for each address made of an id, but those of the desk (tests/pages/desk/guard.test.ts). A new one without its line here does not compile. */
const ids: Record<NamesOfMade, string> = {
  program: "smart-recovery",
  meeting: "flathead-sunrise",
  document: "atq-study",
  place: "MT",
  programMeetings: "smart-recovery",
  guidancePart: "start-a-group",
  placeLists: "MT",
  reportAbout: "programs/smart-recovery",
  reportAnswer: "amber-mesa-heron",
};

type NamesOfPublic = Exclude<keyof Urls, `desk${string}`>;
type NamesOfMade = { [Name in NamesOfPublic]: Urls[Name] extends string ? never : Name }[NamesOfPublic];

const urls = makeUrls("");
const app = openTestApp(openSiteWithMeetings());
/** Part of a page: a fragment has no page of its own. */
const parts: readonly string[] = ["programMeetings", "guidancePart", "placeLists"];
const names = (Object.keys(urls) as NamesOfPublic[]).filter((name) => !parts.includes(name) && !name.startsWith("desk"));

function addressOf(name: NamesOfPublic, id: string): string {
  const url = urls[name];
  return typeof url === "string" ? url : url(id);
}

describe("every address", () => {
  it.each(names)("%s answers", async (name) => {
    const { status } = await request(app).get(addressOf(name, ids[name as NamesOfMade]));
    expect(status).toBe(200);
  });

  it("made of an id that is not there is not found", async () => {
    for (const name of (Object.keys(ids) as NamesOfMade[]).filter((made) => !parts.includes(made))) {
      expect((await request(app).get(addressOf(name, "no-such-id"))).status, name).toBe(404);
    }
  });
});

it("no public address but the two forms takes a POST", async () => {
  const taking: string[] = [];
  for (const name of names) {
    const path = addressOf(name, ids[name as NamesOfMade]);
    const { status } = await request(app).post(path).set("Sec-Fetch-Site", "same-origin").type("form").send("a=1");
    if (status !== 405) taking.push(path.split("?")[0]!);
  }
  expect([...new Set(taking)].sort()).toEqual(["/report", "/suggest"]);
});

describe("the site map", () => {
  it("lists every page that is there to be found, and nothing that is for machines or for editors", async () => {
    const { text } = await request(app).get(urls.sitemap);
    const listed = [...text.matchAll(/<loc>https:\/\/porchlight\.example([^<]*)<\/loc>/g)].map(([, path]) => path!);
    const answers = await Promise.all(
      names.map(async (name) => ({ name, type: (await request(app).get(addressOf(name, ids[name as NamesOfMade]))).type })),
    );
    const toBeFound = answers
      .filter(({ name, type }) => type === "text/html" && name !== "meeting" && !name.startsWith("report"))
      .map(({ name }) => addressOf(name, ids[name as NamesOfMade]));
    expect(toBeFound).toContain("/meetings");
    expect(listed).toEqual(expect.arrayContaining(toBeFound));
    expect(listed.filter((path) => /\.\w+$|healthz|^.desk|^.report/.test(path))).toEqual([]);
    expect(new Set(listed).size).toBe(listed.length);
  });
});
