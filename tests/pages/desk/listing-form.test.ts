import { describe, expect, it } from "vitest";
import { historyOf, since } from "../../../src/changes/since.ts";
import { documentIds, findDocument } from "../../../src/library/find.ts";
import { type FormShape, fieldsOf } from "../../../src/listing/form/shape.ts";
import { formParts, keptFields } from "../../../src/pages/desk/listings/form-parts.ts";
import { listingForm } from "../../../src/pages/desk/listings/listing-form.ts";
import { findProgram, programIds } from "../../../src/programs/find.ts";
import { listingFields } from "../../../src/words/desk-field-words.ts";
import { en } from "../../../src/words/en.ts";
import { signIn } from "../../support/desk.ts";
import { htmlFaults } from "../../support/html.ts";
import { openTestApp, openTestSite } from "../../support/site.ts";
import { keptIn, untouchedForm } from "../../support/untouched-form.ts";

const site = openTestSite();
const { db, vocabulary } = site.data;
const app = openTestApp(site);
const dana = signIn(app, site, "editor", "Dana");
const forms = (["programs", "documents"] as const).map((list) => listingForm(vocabulary, list));

/** Every field of a form with the words of its choices, by its path without numbers. */
function everyField(shape: FormShape, path = ""): { path: string; choices: readonly string[] }[] {
  const within = (name: string) => (path === "" ? name : `${path}.${name}`);
  const own = { path, choices: [] };
  switch (shape.kind) {
    case "group":
    case "variants":
      return [own, ...fieldsOf(shape).flatMap(({ name, shape }) => everyField(shape, within(name)))];
    case "rows":
      return [own, ...everyField(shape.item, path)];
    case "either":
      return [{ path, choices: shape.words }, ...everyField(shape.other, path)];
    case "choice":
    case "choices":
      return [{ path, choices: shape.values }];
    default:
      return [own];
  }
}

describe("the form of a listing", () => {
  it.each(forms)("asks for every field of the schema of $list once, but for those that no edit changes", ({ list, shape }) => {
    const asked = formParts[list].flatMap(({ fields }) => fields);
    const kept = keptFields.filter((field) => shape.fields.some(({ name }) => name === field));
    expect([...asked, ...kept].sort()).toEqual(shape.fields.map(({ name }) => name).sort());
  });

  it("has words for every field of both schemas, and for no other", () => {
    const paths = new Set(forms.flatMap(({ shape }) => everyField(shape).map(({ path }) => path)));
    paths.delete("");
    expect([...listingFields].sort()).toEqual([...paths].sort());
    expect(Object.keys(en.deskListing.fields).sort()).toEqual([...paths].sort());
  });

  it("has a word for every value that a field may have", () => {
    const known: Readonly<Record<string, Readonly<Record<string, string>>>> = en.deskListing.choices;
    const ofVocabulary = new Set(Object.values(vocabulary).flatMap((values) => values.map(({ id }) => id)));
    const missing = forms.flatMap(({ shape }) =>
      everyField(shape).flatMap(({ path, choices }) => choices.filter((one) => known[path]?.[one] === undefined && !ofVocabulary.has(one))),
    );
    expect(missing).toEqual([]);
  });
});

const addresses = [
  ...programIds(db).map((id) => ({ address: `/desk/programs/${id}`, find: () => findProgram(db, id) })),
  ...documentIds(db).map((id) => ({ address: `/desk/library/${id}`, find: () => findDocument(db, id) })),
];

describe("the form of any listing of the catalog", () => {
  it("changes nothing when it is sent as it is", async () => {
    const before = since(db, 0, 10_000).length;
    for (const { address, find } of addresses.filter((_, at) => at % 6 === 0)) {
      const was = find();
      const { text } = await dana.get(`${address}/edit`);
      const sent = await dana.post(`${address}/edit`, { ...untouchedForm(text, `${address}/edit`), do: "save" });
      expect([sent.status, sent.headers["location"]]).toEqual([303, `${address}?done=nothing`]);
      expect(find()).toEqual(was);
    }
    expect(since(db, 0, 10_000).length).toBe(before);
  });

  it("is valid HTML", async () => {
    for (const { address } of addresses.filter((_, at) => at % 100 === 0)) {
      const { text } = await dana.get(`${address}/edit`);
      expect(await htmlFaults(text)).toEqual([]);
    }
  });
});

describe("an edit", () => {
  const address = "/desk/programs/smart-recovery";
  const open = async () => untouchedForm((await dana.get(`${address}/edit`)).text, `${address}/edit`);

  it("is saved, shown to readers at once, and remembered with who and why", async () => {
    const form = await open();
    const sent = await dana.post(`${address}/edit`, {
      ...form,
      "summary.en": "A new sentence for readers.",
      why: "Their site says so",
      public: "on",
      do: "save",
    });
    expect([sent.status, sent.headers["location"]]).toEqual([303, `${address}?done=saved`]);
    expect((await dana.get("/programs/smart-recovery")).text).toContain("A new sentence for readers.");
    const [change] = historyOf(db, "programs", "smart-recovery");
    expect(change).toMatchObject({
      kind: "changed",
      why: "Their site says so",
      isPublic: true,
      by: { role: "editor", account: dana.editor.id },
    });
    expect(Object.keys(change!.after!)).toEqual(["summary"]);
  });

  it("takes numbers as people write them", async () => {
    const form = await open();
    const row = { "contacts.20.kind": "call", "contacts.20.value": "(406) 555-0123", "contacts.20.source": "www.smartrecovery.org/call" };
    await dana.post(`${address}/edit`, { ...form, ...row, do: "save" });
    expect(findProgram(db, "smart-recovery")!.contacts.at(-1)).toMatchObject({
      value: "+14065550123",
      source: "https://www.smartrecovery.org/call",
      confirmed: false,
    });
    expect((await dana.get(`${address}/edit`)).text).toContain('value="406-555-0123"');
  });

  it("that changes a number asks whether its source is still right, until somebody says so or names another", async () => {
    const own = "/desk/programs/recover-project/edit";
    const at = findProgram(db, "recover-project")!.contacts.findIndex(({ kind }) => kind === "call");
    const { source, asOf } = findProgram(db, "recover-project")!.contacts[at]!;
    const form = async () => untouchedForm((await dana.get(own)).text, own);
    const number = () => findProgram(db, "recover-project")!.contacts[at]!;
    const asked = await dana.post(own, { ...(await form()), [`contacts.${at}.value`]: "413-555-0111", do: "save" });
    expect([asked.status, await htmlFaults(asked.text)]).toEqual([422, []]);
    expect(asked.text).toContain("Is the source still right?");
    expect(asked.text).toContain(`href="#contacts_${at}_source"`);
    expect(number().value).not.toBe("+14135550111");

    const again = { ...untouchedForm(asked.text, own), ...keptIn(asked.text) };
    expect((await dana.post(own, { ...again, [`contacts.${at}.value`]: "413-555-0122", do: "save" })).status).toBe(422);
    const arranged = await dana.post(own, { ...again, do: "add doubts" });
    const preview = await dana.post(own, { ...untouchedForm(arranged.text, own), do: "preview" });
    const kept = await dana.post(own, { ...untouchedForm(preview.text, own), do: "save" });
    expect(kept.headers["location"]).toBe("/desk/programs/recover-project?done=saved");
    expect(number()).toMatchObject({ value: "+14135550111", source, asOf });

    const named = { [`contacts.${at}.value`]: "413-555-0133", [`contacts.${at}.source`]: "https://new.example/" };
    await dana.post(own, { ...(await form()), ...named, do: "save" });
    expect(number()).toMatchObject({ value: "+14135550133", source: "https://new.example/" });
  });

  it("is given advice, which keeps nothing from being saved: in the form, in the preview and in the queue", async () => {
    const own = "/desk/programs/farm-aid/edit";
    const opened = await dana.get(own);
    expect(opened.text).not.toContain("worth a second look");
    const hard = "Institutional accreditation necessitates organizational accountability. ".repeat(9);
    const typed = { ...untouchedForm(opened.text, own), "description.0.en": hard };
    const preview = await dana.post(own, { ...typed, do: "preview" });
    expect(preview.status).toBe(200);
    expect(preview.text).toMatch(/1 thing is worth a second look[\s\S]*It reads above grade 9: reads at school grade/);
    const queued = async () => (await dana.get("/desk/today/advice")).text;
    expect(await queued()).not.toContain(own);
    expect((await dana.post(own, { ...untouchedForm(preview.text, own), do: "save" })).status).toBe(303);
    expect((await dana.get("/desk")).text).toContain("Edited here and worth a second look");
    expect(await queued()).toContain(`<a href="${own}">Farm Aid Farmer Hotline</a> <span class="muted">It reads above grade 9</span>`);
    const form = await dana.get(own);
    expect(await htmlFaults(form.text)).toEqual([]);
    expect(form.text).toContain("1 thing is worth a second look");
    const waived = { ...untouchedForm(form.text, own), "waivers.reading-grade": "It quotes the law, which we cannot change." };
    await dana.post(own, { ...waived, do: "save" });
    expect(await queued()).not.toContain(own);
  });

  it("takes the name of another listing for its id", async () => {
    const form = await open();
    await dana.post(`${address}/edit`, { ...form, "related.50": "the recover project", do: "save" });
    expect(findProgram(db, "smart-recovery")!.related.at(-1)).toBe("recover-project");
    const refused = await dana.post(`${address}/edit`, { ...(await open()), "related.50": "No such place", do: "save" });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain("no listing has the id or name “No such place”");
  });

  it("cannot say that a person has confirmed or checked what nobody has", async () => {
    const form = await open();
    const forged = {
      "contacts.0.confirmed": "on",
      "lastCheck.date": "2026-11-01",
      "lastCheck.how": "phone",
      "lastCheck.role": "me",
      added: "2020-01-01",
      id: "x",
    };
    const was = findProgram(db, "smart-recovery")!;
    await dana.post(`${address}/edit`, { ...form, ...forged, "summary.en": "Another sentence.", do: "save" });
    expect(findProgram(db, "smart-recovery")).toEqual({ ...was, summary: { ...was.summary, en: "Another sentence." } });
  });
});
