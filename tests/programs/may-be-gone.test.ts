import { describe, expect, it } from "vitest";
import { mayBeGone } from "../../src/programs/may-be-gone.ts";
import type { Contact, Program } from "../../src/programs/program.ts";

const call: Contact = {
  kind: "call",
  value: "+14065550142",
  vanity: null,
  purpose: null,
  hours: null,
  languages: ["en"],
  source: "https://example.org/",
  asOf: "2024-05",
  confirmed: false,
};
const site: Contact = { ...call, kind: "site", value: "https://example.org/" };

describe("mayBeGone", () => {
  const cases: [what: string, contact: Contact, status: Program["status"], gone: boolean][] = [
    ["a number of 2024", call, "active", false],
    ["a number of 2023", { ...call, asOf: "2023~" }, "active", false],
    ["a number of 2022", { ...call, asOf: "2022-12-31" }, "active", true],
    ["a number of about 2022", { ...call, asOf: "2022~" }, "active", true],
    ["a number of 2022 or later", { ...call, asOf: "2022/.." }, "active", false],
    ["a number of the 2010s", { ...call, asOf: "201X" }, "active", true],
    ["a number without a date", { ...call, asOf: null }, "active", false],
    ["a number of 2013 that one of us has called", { ...call, asOf: "2013", confirmed: true }, "active", false],
    ["a number of a program that nobody confirms", call, "unconfirmed", true],
    ["an old page of a program that goes on", { ...site, asOf: "2016" }, "active", false],
    ["a page of a program that nobody confirms", site, "unconfirmed", true],
  ];

  it.each(cases)("%s", (_, contact, status, gone) => {
    expect(mayBeGone(contact, status)).toBe(gone);
  });
});
