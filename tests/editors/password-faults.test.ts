// cspell:disable: passwords are no words
import { describe, expect, it } from "vitest";
import { faultInPassword } from "../../src/editors/password-faults.ts";

const context = ["Porchlight", "Porchlight desk", "porch.example.org", "Dana Whitehorse", "admin", "editor"];

describe("a password", () => {
  it.each([
    "green barn over cold creek",
    "correct horse battery staple",
    "tractor-orbit-velvet-spoon",
    "x9$kQ2mL0pR7vTzW",
    "ein Huhn und neun Gänse",
    "ᏣᎳᎩ ᎦᏬᏂᎯᏍᏗ ᏗᎧᎵᏌᎯ",
    "aaa 🐴 barn moon kettle 🐴",
    "the moon is over the old silo ".repeat(8),
  ])("of any kind is taken when it is long and nobody would try it: %s", async (password) => {
    expect(await faultInPassword(password, context)).toBeNull();
  });

  it.each([
    ["the commonest, twice", "passwordpassword"],
    ["with a number behind it", "passwordpassword1"],
    ["with signs for letters", "P@ssw0rdP@ssw0rd"],
    ["three of the commonest", "dragonmonkeyfootball"],
    ["the commonest with stops between", "letmein.letmein.letmein"],
    ["keys in a row", "qwertyuiopasdfgh"],
    ["figures in a row", "123456789012345"],
    ["the alphabet", "abcdefghijklmnop"],
    ["one letter", "aaaaaaaaaaaaaaa"],
    ["one letter of another alphabet", "éééééééééééééééé"],
    ["a date, twice", "24111985 24111985"],
    ["the site's name, twice", "porchlightporchlight"],
    ["the site's name with a year", "Porchlight2026!!"],
    ["the name of the desk with a year", "porchlight desk 2026"],
    ["the site's host", "porch.example.org"],
    ["the account's name", "Dana Whitehorse"],
    ["the account's name, twice", "danawhitehorse danawhitehorse"],
    ["the account's name and role", "dana whitehorse editor"],
    ["a common one, hidden by a long tail of its own", "password".repeat(30)],
  ])("is not taken when it is what guessers try first: %s", async (_kind, password) => {
    expect(await faultInPassword(password, context)).toBe("guessable");
  });

  it("is counted in letters as people see them", async () => {
    expect(await faultInPassword("short and swee", context)).toBe("short");
    expect(await faultInPassword("🐴🌾🚜🏚️🌙", context)).toBe("short");
    expect(await faultInPassword("barn ".repeat(60), context)).toBe("long");
  });
});
