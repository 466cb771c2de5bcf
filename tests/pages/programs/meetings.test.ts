import request from "supertest";
import { describe, expect, it } from "vitest";
import { openSiteWithMeetings } from "../../support/meetings.ts";
import { openTestApp } from "../../support/site.ts";

const app = openTestApp(openSiteWithMeetings());
const get = async (query: string) => (await request(app).get(`/programs/alcoholics-anonymous${query}`).expect(200)).text;
/** The part of the page that is about meetings. */
const meetings = async (query: string) => (await get(query)).split('<section id="meetings">')[1]!.split("</section>")[0]!;

describe("a program's meetings", () => {
  it("are the next ones that need no travel until somebody says where they are", async () => {
    const text = await meetings("");
    expect(text).toMatch(/Next meetings[\s\S]*Late Night Phone Meeting[\s\S]*All 4 groups, 3 times a week/);
    expect(text).not.toContain("Sunrise Group");
    expect(text).toContain('action="/programs/alcoholics-anonymous#meetings"');
  });

  it("are counted by the week from their lists, leaving out what is paused or not each week, with the day of the list", async () => {
    expect(await meetings("")).toContain("3 meetings a week in all, on 3 days. From Flathead Valley list, last fetched 23 Nov 2026.");
  });

  it("are the nearest in person with their miles, near a place, and lead to all of them", async () => {
    const text = await meetings("?near=59911");
    expect(text).toMatch(/Meetings nearest to Bigfork, MT 59911[\s\S]*Sunrise Group[\s\S]*·&#160;nearby</);
    expect(text).not.toContain("Late Night Phone Meeting");
    expect(text).toContain('value="59911"');
    expect(text).toContain('href="/meetings?program=alcoholics-anonymous&amp;near=Bigfork%2C+MT+59911"');
    expect(text).toContain('href="/meetings?format=phone&amp;format=video&amp;program=alcoholics-anonymous"');
  });

  it("are looked for as far as it takes, saying so, and where there are none the next without travel stand there", async () => {
    const missoula = await meetings("?near=59801");
    expect(missoula).toContain("Nothing within 50 miles, so we looked as far as 100, in a straight line.");
    expect(missoula).toMatch(/·&#160;8\d\u00a0miles</);
    expect(await meetings("?near=33101")).toMatch(/Nothing within 200 miles[\s\S]*Late Night Phone Meeting/);
  });

  it("suggest a place where the given one is mistyped", async () => {
    expect(await meetings("?near=bigfrok,+MT")).toMatch(
      /We can’t find “bigfrok, MT”[\s\S]*href="\/programs\/alcoholics-anonymous\?near=Bigfork%2C\+MT#meetings"/,
    );
  });

  it("do not say in each row whose they are", async () => {
    expect(await meetings("")).not.toContain("<span>Alcoholics Anonymous</span> </p>");
    expect((await request(app).get("/meetings")).text).toContain("<span>Alcoholics Anonymous</span> </p>");
    expect((await request(app).get("/meetings?program=alcoholics-anonymous")).text).not.toContain("<span>Alcoholics Anonymous</span> </p>");
  });

  it("answer any place at all", async () => {
    for (const query of ["?near=%00", "?near=99999", "?near[]=59911&near=1", `?near=${"x".repeat(500)}`]) await get(query);
    await request(app).get("/programs/smart-recovery?near=59911").expect(200);
  });
});
