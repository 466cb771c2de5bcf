import { expect, it } from "vitest";
import { collectLinks } from "../../src/links/collect.ts";

it("finds every web address of a listing once, wherever it is, and nothing else", () => {
  const listing = {
    contacts: [
      { kind: "site", value: "https://peers.example/", source: "http://state.example/list?a=1" },
      { kind: "call", value: "+18005550100", source: "https://peers.example/" },
      { kind: "email", value: "ann@peers.example" },
    ],
    sources: [{ url: "https://state.example/b", supports: { en: "Its number, from https://elsewhere.example in the text" } }],
    strange: ["https://", "http:// space", "ftp://files.example", "https://[broken", null, 7],
  };
  expect(collectLinks(listing, "programs", "peers").map(({ url }) => url)).toEqual([
    "https://peers.example/",
    "http://state.example/list?a=1",
    "https://state.example/b",
  ]);
});
