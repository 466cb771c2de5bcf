import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openProduct, type Product } from "../support/product.ts";

let product: Product;

beforeEach(() => (product = openProduct()));
afterEach(() => product.remove());

const feedsNow = () => JSON.parse(readFileSync(product.feedsFile, "utf8"));

async function ended(...args: string[]): Promise<{ status: number | null; printed: string; said: string }> {
  const command = product.feeds(...args);
  const status = await command.ended;
  return { status, printed: command.printed(), said: command.said() };
}

describe("npm run feeds -- known", () => {
  it("prints the lists of a state and a program as a table, one a line", async () => {
    const { status, printed } = await ended("known", "--state", "mt", "--program", "narcotics-anonymous");
    expect(status).toBe(0);
    const [head, ...rows] = printed.split("\n");
    expect(head).toMatch(/^id +program +states +meetings +seen open +name$/);
    expect(rows.filter((row) => row.startsWith("na-")).map((row) => row.split(" ")[0])).toEqual(["na-montana", "na-agg-mt"]);
  });

  it("prints them as JSON, with terms, source and whom to ask", async () => {
    const { printed } = await ended("known", "--state", "NE", "--json");
    const [list] = JSON.parse(printed);
    expect(list).toMatchObject({ id: "aa-ne-area41", open: "2026-09-28", ask: "its office, http://www.area41.org" });
    expect(list.terms).toMatch(/^No license is stated/);
    expect(list.source).toContain("registry.yaml");
  });

  it("prints all that is known of one", async () => {
    const { printed } = await ended("known", "na-montana");
    expect(printed).toContain("data: https://bmlt.namontana.org/main_server/client_interface/json/");
    expect(printed).toContain("nobody wrote down that they saw it open");
    expect(printed).toContain("to ask: its web team");
  });

  it("says so where there is none", async () => {
    expect(await ended("known", "--state", "PR")).toMatchObject({
      status: 1,
      printed: expect.stringContaining("No known list is like that"),
    });
  });
});

describe("npm run feeds -- add --known", () => {
  it("adds a list with who was asked, switched off unless told otherwise, and fetches nothing", async () => {
    const { status, printed } = await ended("add", "--known", "na-montana", "--asked", "Ann, web team, 12 Nov 2026");
    expect(status).toBe(0);
    expect(printed).toContain("It is switched off");
    expect(feedsNow()).toMatchObject([
      {
        id: "na-montana",
        program: "narcotics-anonymous",
        shape: "bmlt",
        zone: "America/Denver",
        region: "US-MT",
        asked: "Ann, web team, 12 Nov 2026",
        on: false,
      },
    ]);
    await ended("add", "--known", "aa-ne-area41", "--on", "--asked", "the office, 12 Nov 2026");
    expect(feedsNow()[1]).toMatchObject({ id: "aa-ne-area41", name: "Nebraska, Area 41", on: true });
  });

  it("adds nothing before its people have been asked, and says whom to ask", async () => {
    const { status, said } = await ended("add", "--known", "na-montana");
    expect(status).toBe(2);
    expect(said).toContain('Ask first: its web team, https://bmlt.namontana.org/main_server/. Then say who agreed and when: --asked "…".');
    expect(feedsNow()).toEqual([]);
  });

  it("never adds an aggregator beside the server of a region", async () => {
    await ended("add", "--known", "na-montana", "--asked", "Ann, 12 Nov 2026");
    const { status, said } = await ended("add", "--known", "na-agg-mt", "--asked", "Ann, 12 Nov 2026");
    expect(status).toBe(1);
    expect(said).toContain("na-montana brings the same meetings as na-agg-mt");
    expect(feedsNow()).toHaveLength(1);
  });

  it("knows no other lists", async () => {
    expect(await ended("add", "--known", "nowhere", "--asked", "x")).toMatchObject({
      status: 2,
      said: expect.stringContaining('No known list has the id "nowhere".'),
    });
  });
});
