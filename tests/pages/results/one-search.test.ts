import request from "supertest";
import { expect, it } from "vitest";
import { openSiteWithMeetings } from "../../support/meetings.ts";
import { openTestApp } from "../../support/site.ts";

it.each(["/meetings", "/meetings.json", "/meetings.ics", "/programs", "/programs.json", "/library", "/library.json"])(
  "makes sense of the words once for all of %s",
  async (path) => {
    const site = openSiteWithMeetings();
    const asked: string[] = [];
    const { programs, documents, meetings } = site.data;
    const isPlaceName = (word: string) => asked.push(word) > 0 && programs.lexicon.isPlaceName(word);
    site.data = {
      ...site.data,
      programs: { ...programs, lexicon: { ...programs.lexicon, isPlaceName } },
      documents: { ...documents, lexicon: { ...documents.lexicon, isPlaceName } },
      meetings: { ...meetings, lexicon: { ...meetings.lexicon, isPlaceName } },
    };
    await request(openTestApp(site)).get(`${path}?q=group+zzzzz`).expect(200);
    expect(asked).toEqual(["zzzzz"]);
  },
);
