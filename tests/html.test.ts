import request from "supertest";
import { describe, expect, it } from "vitest";
import { documentIds, findDocument } from "../src/library/find.ts";
import { meetingCounts } from "../src/meetings/find.ts";
import { findProgram, programIds } from "../src/programs/find.ts";
import { pages } from "./support/addresses.ts";
import { htmlFaults } from "./support/html.ts";
import { openSiteWithMeetings } from "./support/meetings.ts";
import { filledFields, oneOfEachShape } from "./support/shapes.ts";
import { openTestApp } from "./support/site.ts";

/** The HTML of every kind of page, and of a listing of every shape. All pages there are: tests/browser/links.test.ts. */

const site = openSiteWithMeetings();
const app = openTestApp(site);

const kindsIn = (things: readonly { kind: string }[]) => [...new Set(things.map(({ kind }) => kind))].sort().join(" + ");
const meets = meetingCounts(site.data.db);
const allPrograms = programIds(site.data.db).flatMap((id) => findProgram(site.data.db, id) ?? []);
const programs = oneOfEachShape(allPrograms, (program) => [
  `${program.status}, ${kindsIn(program.contacts)}, ${meets.has(program.id) ? "with meetings" : "without"}`,
  ...filledFields(program),
]);
const allDocuments = documentIds(site.data.db).flatMap((id) => findDocument(site.data.db, id) ?? []);
const documents = oneOfEachShape(allDocuments, (document) => [kindsIn(document.links), ...filledFields(document)]);

const addresses = [
  ...pages,
  "/programs/%E0%A4%A",
  ...programs.map(({ id }) => `/programs/${id}`),
  ...documents.map(({ id }) => `/library/${id}`),
];

describe("the HTML", () => {
  it.each(addresses)("of %s is valid", async (path) => {
    const { text } = await request(app).get(path);
    expect(await htmlFaults(text)).toEqual([]);
  });
});
