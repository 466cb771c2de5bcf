import request from "supertest";
import { expect, it } from "vitest";
import { openSiteWithMeetings } from "../../support/meetings.ts";
import { openTestApp } from "../../support/site.ts";

it.each(["/meetings", "/meetings.json", "/meetings.ics", "/programs", "/programs.json", "/library", "/library.json"])(
  "makes sense of the words once for all of %s",
  async (path) => {
    const site = openSiteWithMeetings();
    const asked: string[] = [];
    const { isPlaceName, ...rest } = site.data.lexicon;
    const lexicon = { ...rest, isPlaceName: (word: string) => asked.push(word) > 0 && isPlaceName(word) };
    const { programs, documents, meetings } = site.data;
    site.data = {
      ...site.data,
      lexicon,
      programs: { ...programs, lexicon },
      documents: { ...documents, lexicon },
      meetings: { ...meetings, lexicon },
    };
    await request(openTestApp(site)).get(`${path}?q=group+zzzzz`).expect(200);
    expect(asked).toEqual(["zzzzz"]);
  },
);
