import { describe, expect, it } from "vitest";
import { emailsOf, findSuggestion, openSuggestions } from "../../../src/reports/find.ts";
import { keepSuggestion } from "../../../src/reports/keep.ts";
import type { NewSuggestion } from "../../../src/reports/report.ts";
import { signIn } from "../../support/desk.ts";
import { htmlFaults } from "../../support/html.ts";
import { openTestApp, openTestSite } from "../../support/site.ts";
import { untouchedForm } from "../../support/untouched-form.ts";

const site = openTestSite();
const { db } = site.data;
const dana = signIn(openTestApp(site), site, "editor", "Dana");

function send(said: Partial<NewSuggestion> & { name: string }): { reference: string; address: string } {
  const rest = { kind: "program", what: "Peers, on Mondays", reach: null, url: null, source: null } as const;
  const reference = keepSuggestion(db, { ...rest, ...said }, "reader@example.org", site.now());
  return { reference, address: `/desk/suggestions/${reference}` };
}

async function answer(address: string, fields: Record<string, string>) {
  return dana.post(address, { ...untouchedForm((await dana.get(address)).text, address), ...fields });
}

describe("a reader's suggestion", () => {
  it("is led to from what needs a person, and shown as text", async () => {
    const script = "<script>alert(1)</script>";
    const { reference, address } = send({ name: `Circle ${script}`, url: "https://circle.example/<b>", source: "=1+1" });
    expect((await dana.get("/desk")).text).toContain(`<a href="${address}">Circle &lt;script&gt;`);
    const { text } = await dana.get(address);
    for (const said of ["Peers, on Mondays", "https://circle.example/&lt;b&gt;", "=1+1", "reader@example.org"])
      expect(text).toContain(said);
    expect(text).not.toContain('href="https://circle.example');
    expect(text).toContain('href="/desk/programs/new"');
    expect(await htmlFaults(text)).toEqual([]);
    expect(findSuggestion(db, reference)!.seenAt).not.toBeNull();
  });

  it.each([
    ["accepted", "It is listed now."],
    ["declined", "did not list it."],
  ])("is %s by one press, with a public reply, and its email address goes", async (outcome, said) => {
    const { reference, address } = send({ name: `Circle ${outcome}` });
    const done = await answer(address, { do: outcome, reply: "Thank you for it." });
    expect([done.status, done.headers["location"]]).toEqual([303, address]);
    expect(findSuggestion(db, reference)!.answer).toMatchObject({ outcome, reply: "Thank you for it." });
    expect(emailsOf(db, reference)).toEqual([]);
    expect(openSuggestions(db).map((one) => one.reference)).not.toContain(reference);
    const settled = await dana.get(address);
    expect(settled.text).not.toContain('name="do"');
    expect(await htmlFaults(settled.text)).toEqual([]);
    const forReaders = (await dana.get(`/report/${reference}`)).text;
    expect(forReaders).toContain(said);
    expect(forReaders).toContain("Thank you for it.");
  });

  it("is answered once, and by one of the two buttons", async () => {
    const { reference, address } = send({ name: "Circle twice" });
    const odd = await answer(address, { do: "changed", reply: "Kept as typed" });
    expect(odd.status).toBe(422);
    expect(odd.text).toContain('value="Kept as typed"');
    await answer(address, { do: "declined" });
    expect((await dana.post(address, { do: "accepted" })).status).toBe(409);
    expect(findSuggestion(db, reference)!.answer!.outcome).toBe("declined");
  });

  it.each<[string | null, string]>([
    ["https://aa-vernon.example/?feed=1&x=$(reboot)", "npm run feeds -- try &#39;https://aa-vernon.example/?feed=1&amp;x=$(reboot)&#39;"],
    ["aa-vernon.example/list", "npm run feeds -- try https://aa-vernon.example/list"],
    [null, "The reader gave no web address."],
    ["I do not know", "The reader gave no web address."],
    ["https://intergroup.example.org/meetings", "This site reads a list from there already: Example: the intergroup’s list."],
  ])("of a list of meetings at %s has what the operator types, ready to copy", async (url, said) => {
    const { address } = send({ kind: "meetings", name: `Vernon's list ${url}`, url });
    const { text } = await dana.get(address);
    expect(text).toContain(said);
    expect(text).not.toContain('href="/desk/programs/new"');
    expect(await htmlFaults(text)).toEqual([]);
  });

  it("of a list that the project knows says so, and is marked done with a reply", async () => {
    const known = site.data.knownFeeds.find(({ id }) => id === "na-montana")!;
    const { reference, address } = send({ kind: "meetings", name: "NA in Montana", url: known.site });
    const { text } = await dana.get(address);
    expect(text).toContain("npm run feeds -- add --known na-montana --on");
    await answer(address, { do: "accepted", reply: "Its people said yes." });
    expect(findSuggestion(db, reference)!.answer).toMatchObject({ outcome: "accepted", reply: "Its people said yes." });
  });

  it("that is not there is no page", async () => {
    expect((await dana.get("/desk/suggestions/no-such-words")).status).toBe(404);
  });
});
