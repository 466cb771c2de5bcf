import request from "supertest";
import { expect, it } from "vitest";
import { openSiteWithMeetings } from "../../support/meetings.ts";
import { openTestApp } from "../../support/site.ts";

// A page also asks the two other lists, in case one of them answers better.
it.each([
  ["/meetings", 3],
  ["/meetings.json", 1],
  ["/meetings.ics", 1],
  ["/programs", 3],
  ["/programs.json", 1],
  ["/library", 3],
  ["/library.json", 1],
])("makes sense of the words once a list for all of %s", async (path, lists) => {
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
  expect(asked).toEqual(Array.from({ length: lists }, () => "zzzzz"));
});
