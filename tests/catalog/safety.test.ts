import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { readListings } from "../../src/catalog/read.ts";
import { programSchema } from "../../src/programs/program.ts";
import { vocabulary } from "../support/vocabulary.ts";

/** What would hurt somebody if it were wrong again. */

const folder = fileURLToPath(new URL("../../data/catalog/programs", import.meta.url));
const { listings } = readListings(folder, programSchema(vocabulary));
const contactsOf = (id: string) => listings.find((program) => program.id === id)!.contacts;

describe("the numbers of the catalog", () => {
  it.each([
    ["the number for TTY that veterans can no longer use", "+18007994889"],
    ["a number of Never Use Alone on older lists", "+18776961996"],
    ["a misprint of Boys Town's hotline", "+14024483000"],
  ])("hold nowhere %s", (_, number) => {
    expect(listings.filter(({ contacts }) => contacts.some(({ value }) => value === number))).toEqual([]);
    expect(JSON.stringify(listings)).not.toContain(number.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, "$1-$2-$3"));
  });

  it("lead veterans who type to 711, then 988 and 1", () => {
    const tty = contactsOf("veterans-crisis-line").filter(({ kind }) => kind === "tty");
    expect(tty).toMatchObject([{ value: "711", purpose: { en: "Then dial 988 and press 1" } }]);
  });

  it("have people who write in Spanish send AYUDA", () => {
    const texts = contactsOf("crisis-text-line").flatMap((contact) =>
      contact.kind === "text" ? [[contact.value, contact.message?.en]] : [],
    );
    expect(texts).toEqual([
      ["741741", "HOME"],
      ["741741", "AYUDA"],
    ]);
    expect(JSON.stringify(listings)).not.toContain("HOLA");
  });

  it("have someone to call before using alone", () => {
    expect(contactsOf("never-use-alone")[0]).toMatchObject({ kind: "call", value: "+18004843731" });
    expect(contactsOf("safespot")[0]).toMatchObject({ kind: "call", value: "+18009720590" });
  });

  it("send nobody to the door that Ronan's recovery hall has left", () => {
    expect(contactsOf("mt-never-alone-ronan").map(({ kind }) => kind)).not.toContain("address");
  });
});
