// cspell:ignore Cañon
import request from "supertest";
import { describe, expect, it } from "vitest";
import { findProgram } from "../../../src/programs/find.ts";
import { signIn } from "../../support/desk.ts";
import { editCell } from "../../support/sheets.ts";
import { openTestApp, openTestSite } from "../../support/site.ts";

const site = openTestSite(undefined, () => Date.parse("2026-11-30T15:00Z"));
const app = openTestApp(site);
const { db } = site.data;
const dana = signIn(app, site);
const download = async () => (await dana.get("/desk/spreadsheet/programs.csv")).text;
const upload = (text: string | Buffer, list = "programs") =>
  request(app)
    .post("/desk/spreadsheet")
    .set("Cookie", dana.cookie)
    .set("Sec-Fetch-Site", "same-origin")
    .field("list", list)
    .attach("file", Buffer.from(text), "programs.csv");
const sheetIn = (html: string) => html.match(/name="sheet" value="([0-9a-f]+)"/)?.[1];

describe("the spreadsheet at the desk", () => {
  it("goes out as a file of its own, and comes back as it went", async () => {
    const { headers } = await dana.get("/desk/spreadsheet/programs.csv");
    expect(headers["content-disposition"]).toBe("attachment; filename=programs.csv");
    expect(headers["cache-control"]).toBe("no-store");
    const { text } = await upload(await download());
    expect(text).toContain("The sheet changes nothing.");
    expect(sheetIn(text)).toBeUndefined();
    expect((await dana.get("/desk/spreadsheet/secrets.csv")).status).toBe(404);
  });

  it("shows what it would change, row by row, before anything changes; then one press does it", async () => {
    const edited = editCell(
      editCell(await download(), "farm-aid", "operator", "<b>Farm Aid</b>"),
      "smart-recovery",
      "contact 1 kind",
      "pigeon",
    );
    const { text } = await upload(edited);
    expect(text).toContain("1 listing changed");
    expect(text).toContain("1 row with something wrong");
    expect(text).toMatch(/Row \d+: farm-aid/);
    expect(text).toContain("becomes “&lt;b&gt;Farm Aid&lt;/b&gt;”");
    expect(findProgram(db, "farm-aid")!.operator).not.toBe("<b>Farm Aid</b>");
    const taken = await dana.post("/desk/spreadsheet/apply", { sheet: sheetIn(text)!, matters: "yes" });
    expect(taken.text).toContain("1 listing changed.");
    expect(taken.text).toContain("Left as they were");
    expect(findProgram(db, "farm-aid")!.operator).toBe("<b>Farm Aid</b>");
    expect((await request(app).get("/programs/farm-aid")).text).toContain("&lt;b&gt;Farm Aid&lt;/b&gt;");
    const again = await dana.post("/desk/spreadsheet/apply", { sheet: sheetIn(text)! });
    expect(again.status).toBe(422);
    expect(again.text).toContain("This preview is over");
  });

  it("is taken over by nobody but who sent it", async () => {
    const { text } = await upload(editCell(await download(), "farm-aid", "place", "Somerville"));
    const lee = signIn(app, site, "editor", "Lee");
    expect((await lee.post("/desk/spreadsheet/apply", { sheet: sheetIn(text)! })).status).toBe(422);
    expect(findProgram(db, "farm-aid")!.place).toBeNull();
  });

  it("can be pasted, and sent in the letters of an older Windows", async () => {
    const pasted = await dana.post("/desk/spreadsheet", { list: "programs", pasted: "id\tplace\nfarm-aid\tSomerville\n" });
    expect(pasted.text).toContain("becomes “Somerville”");
    const { text } = await upload(Buffer.from("id;place\nfarm-aid;Ca\xf1on City\n", "latin1"));
    expect(text).toContain("becomes “Cañon City”");
  });

  it.each([
    ["", "Choose a file, or paste some rows."],
    ["hello", "There is no column “id”."],
    ['id,name\n"a', "This is no CSV file"],
    ["\u0000\u0001\u0002", "There is no column “id”."],
  ])("says what is wrong with %j", async (pasted, said) => {
    const answer = await dana.post("/desk/spreadsheet", { list: "programs", pasted });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(said);
  });

  it("refuses what is larger than any catalog", async () => {
    expect((await upload(Buffer.alloc(9 * 1024 * 1024, "a"))).status).toBe(413);
  });
});
