import request from "supertest";
import { describe, expect, it } from "vitest";
import { documentIds } from "../src/library/find.ts";
import { programIds } from "../src/programs/find.ts";
import { htmlFaults } from "./support/html.ts";
import { openSiteWithMeetings } from "./support/meetings.ts";
import { openTestApp } from "./support/site.ts";

const site = openSiteWithMeetings();
const app = openTestApp(site);

const pages = [
  "/",
  "/programs",
  "/programs?q=%22%3Cscript%3E&category=%3Cb%3E&format=phone",
  "/programs?state=MT&format=app&category=recovery-center",
  "/programs?page=99",
  "/programs?page=2&sort=name",
  "/library",
  "/library?kind=review&topic=does-it-work",
  "/library?category=secular&kind=trial",
  "/meetings",
  "/meetings?near=59911",
  "/meetings?near=bigfrok,+MT",
  "/meetings?day=monday&format=phone&q=group",
  "/meetings/flathead-sunrise",
  "/meetings/flathead-late-night",
  "/meetings/flathead-first-saturday",
  "/meetings/flathead-closed-hall",
  "/places",
  "/places/MT",
  "/places/NV",
  "/guidance",
  "/help-now",
  "/about",
  "/privacy",
  "/accessibility",
  "/no-such-page",
  "/programs/%E0%A4%A",
  ...programIds(site.data.db).map((id) => `/programs/${id}`),
  ...documentIds(site.data.db).map((id) => `/library/${id}`),
];

describe("the HTML", () => {
  it.each(pages)("of %s is valid", async (path) => {
    const { text } = await request(app).get(path);
    expect(await htmlFaults(text)).toEqual([]);
  });
});
