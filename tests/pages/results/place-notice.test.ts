// Towns and slips on purpose. cspell:ignore pikevile pikeville ravalli
import request from "supertest";
import { describe, expect, it } from "vitest";
import { openSiteWithMeetings } from "../../support/meetings.ts";
import { openTestApp } from "../../support/site.ts";

const app = openTestApp(openSiteWithMeetings());

/** Every notice about a place on a page: its sentence, and its ways by their words. */
async function notices(path: string): Promise<{ note: string; ways: Record<string, string> }[]> {
  const { text } = await request(app).get(path).expect(200);
  const aboutPlaces = /<aside class="notice place" aria-label="([^"]*)">([\s\S]*?)<\/aside>/g;
  return [...text.matchAll(aboutPlaces)].map(([, note, body]) => {
    const links = [...body!.matchAll(/<a href="([^"]+)">([^<]+)/g)];
    return { note: note!, ways: Object.fromEntries(links.map(([, href, label]) => [label, href!.replaceAll("&amp;", "&")])) };
  });
}

const search = (list: string, q: string, more = "") => `/${list}?q=${encodeURIComponent(q)}${more}`;
const programs = async (q: string, more = "") => (await request(app).get(search("programs.json", q, more))).body;

describe("a search that names a place", () => {
  it.each([
    ["59911", "Bigfork, MT 59911"],
    ["aa 59911-1234", "Bigfork, MT 59911"],
    ["bigfork, MT", "Bigfork, MT"],
    ["near bigfork montana", "Bigfork, MT"],
    ["ravalli county mt", "Ravalli County, MT"],
  ])("shows its state and offers the meetings near it: %s", async (q, near) => {
    for (const list of ["programs", "library", "meetings"]) {
      const [notice] = await notices(search(list, q));
      expect(notice, list).toMatchObject({ note: `Meetings near ${near}` });
      expect(notice!.ways[`Meetings near ${near}`]).toBe(`/meetings?${new URLSearchParams({ near })}`);
    }
    const { text } = await request(app).get(search("programs", q));
    expect(text).toMatch(/Showing Montana, because you typed “[^”]+”\./);
    const { total } = await programs(q.startsWith("aa") ? "aa" : "", "&state=MT");
    expect((await programs(q)).total).toBe(total);
  });

  it("says so with a filter that can be taken away, and takes all as typed where that is asked", async () => {
    const { text } = await request(app).get(search("programs", "aa harlan ky"));
    expect(text).toContain("Showing Kentucky, because you typed “harlan ky”.");
    expect(text).toMatch(/href="\/programs\?q=aa"><span class="visually-hidden">Remove filter: <\/span>Kentucky/);
    expect(text).toContain('href="/programs?q=aa+harlan+ky&amp;exact=1"');
    const { text: exact } = await request(app).get(search("programs", "aa harlan ky", "&exact=1"));
    expect(exact).not.toContain("Kentucky, because");
    expect(await notices(search("programs", "aa harlan ky", "&exact=1"))).toEqual([]);
  });

  it("is never answered with nothing on programs", async () => {
    for (const q of ["59864", "41501", "harlan ky", "pikeville", "vernon", "utqiagvik", "upper peninsula", "panhandle", "00680", "guam"])
      expect((await programs(q)).total, q).toBeGreaterThan(0);
  });

  it("asks which one is meant where several states have it, with a way to each", async () => {
    const [notice] = await notices(search("programs", "aa vernon"));
    expect(notice!.note).toBe("There is more than one Vernon. Which one?");
    expect(notice!.ways["Vernon, TX"]).toBe("/programs?q=aa+Vernon%2C+TX");
    const [texas] = await notices(notice!.ways["Vernon, TX"]!);
    expect(texas!.note).toBe("Meetings near Vernon, TX");
    for (const q of ["vernon", "panhandle", "washington county", "mt. vernon"]) {
      const [asked] = await notices(search("meetings", q));
      expect(asked!.note, q).toMatch(/^There is more than one .+\. Which one\?$/);
      for (const href of Object.values(asked!.ways))
        expect((await notices(href))[0]!.note).toMatch(/^(Meetings near|We know of nothing in) /);
    }
  });

  it("does not ask where the state is chosen", async () => {
    const [notice] = await notices(search("programs", "vernon", "&state=TX"));
    expect(notice!.note).toBe("Meetings near Vernon, TX");
  });

  it("says what it cannot find, and what may be meant", async () => {
    const [slip] = await notices(search("programs", "pikevile ky"));
    expect(slip!.note).toBe("We can’t find “pikevile”. Did you mean:");
    expect(slip!.ways["Pikeville, KY"]).toBe("/programs?q=ky+Pikeville%2C+KY");
    const [nowhere] = await notices(search("programs", "near nowhereville"));
    expect(nowhere!.note).toBe("We can’t find “nowhereville”. Try a five-digit ZIP code, or a town and state: Vernon, TX");
    expect((await notices(search("programs", "00000")))[0]!.note).toContain("We can’t find “00000”.");
  });

  it.each(["secular", "smart recovery", "constructor", "help me", "oxford house"])("offers nothing for %s", async (q) => {
    expect(await notices(search("programs", q))).toEqual([]);
  });

  it("is in JSON too, in every list", async () => {
    const harlan = { typed: "harlan ky", states: ["KY"], near: "Harlan, KY", among: [] };
    for (const list of ["programs", "library", "meetings"]) {
      const { body } = await request(app)
        .get(search(`${list}.json`, "aa harlan ky"))
        .expect(200);
      expect(body.places).toEqual([harlan]);
    }
  });

  it("narrows the calendar as it does the page", async () => {
    const { text } = await request(app).get(search("meetings.ics", "bigfork montana")).expect(200);
    const { text: ofState } = await request(app).get("/meetings.ics?state=MT").expect(200);
    expect(ofState).toContain("BEGIN:VEVENT");
    expect(text).toBe(ofState);
    expect((await request(app).get(search("meetings.ics", "harlan ky"))).text).not.toContain("VEVENT");
  });
});

describe("a state that has nothing of what is asked", () => {
  it("says so on programs, and offers 211 and what serves every state", async () => {
    const [notice] = (await notices(search("programs", "gambling wyoming"))).filter(({ note }) => note.includes("We know"));
    expect(notice!.note).toBe("We know of nothing in Wyoming itself for this. These serve every state. Dial 211 to ask what is near you.");
    expect(notice!.ways).toEqual({ "Call 211": "tel:211" });
    const { items, total } = await programs("gambling wyoming");
    expect(total).toBeGreaterThan(0);
    for (const { states } of items) expect(states).toBe("nationwide");
  });

  it("says it of a chosen state too, and not where it has some", async () => {
    expect((await notices("/programs?state=WY&help=gambling")).map(({ note }) => note)).toEqual([
      expect.stringContaining("in Wyoming itself"),
    ]);
    expect(await notices("/programs?state=MT&format=phone")).toEqual([]);
    expect(await notices("/programs?state=WY")).toEqual([]);
  });

  it("says it of a territory, where only what serves every state is shown", async () => {
    const { items } = await programs("mayaguez meetings");
    for (const { states } of items) expect(states).toBe("nationwide");
    expect((await notices(search("programs", "mayaguez meetings"))).map(({ note }) => note)).toContainEqual(
      expect.stringContaining("nothing in Puerto Rico itself"),
    );
  });

  it("shows the meetings that need no travel instead", async () => {
    const { text } = await request(app).get("/meetings?q=harlan+ky").expect(200);
    expect(text).toContain("We know of nothing in Kentucky for this. Dial 211 to ask what is near you.");
    expect(text).toMatch(/by phone and online<[\s\S]*Late Night Phone Meeting/);
    expect(text).not.toContain("Check the spelling");
    expect(text).not.toContain("Nothing matches");
    expect((await request(app).get("/meetings.json?q=harlan+ky")).body.noTravel.length).toBeGreaterThan(0);
  });
});

describe("near", () => {
  it("takes a whole state as a choice", async () => {
    const { text } = await request(app).get("/meetings?near=Montana").expect(200);
    expect(text).toMatch(/href="\/meetings"><span class="visually-hidden">Remove filter: <\/span>Montana/);
    expect(text).toContain('<option value="MT" selected>');
    expect(
      (await request(app).get("/meetings.json?near=w.+va.")).body.facets.state.find(({ chosen }: { chosen: boolean }) => chosen).value,
    ).toBe("WV");
  });

  it("knows a town by its new name, a region, and asks which Vernon is meant", async () => {
    const { text } = await request(app).get("/meetings?near=Utqiagvik").expect(200);
    expect(text).toContain("Near Utqiagvik, AK");
    expect((await request(app).get("/meetings?near=Upper+Peninsula")).text).toContain("Near Upper Peninsula, MI");
    expect((await request(app).get("/meetings?near=vernon")).text).toContain("There is more than one Vernon. Which one?");
  });
});
