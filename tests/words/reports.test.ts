import { describe, expect, it } from "vitest";
import { readingGrade } from "../../src/catalog/verify/text-measures.ts";
import { builtCatalog } from "../../src/site/catalog.ts";
import { en } from "../../src/words/en.ts";

/** Every sentence of some words. */
function sentencesIn(words: object): string[] {
  return Object.values(words).flatMap((value) => {
    if (typeof value === "object" && value !== null) return sentencesIn(value);
    return typeof value === "string" && /[.?]$/.test(value) ? [value] : [];
  });
}

describe("what is said to somebody who reports a fault", () => {
  it("is read with six years of school", () => {
    const sentences = sentencesIn(en.reports);
    expect(sentences.length).toBeGreaterThan(30);
    expect(readingGrade(sentences)).toBeLessThanOrEqual(6);
  });

  it("says on the page of privacy what is kept in words for eight", () => {
    const { sections } = builtCatalog().prose.privacy;
    const section = sections.find(({ heading }) => heading.en === "When you tell us something")!;
    const text = section.paragraphs.map(({ en: said }) => said);
    expect(readingGrade(text)).toBeLessThanOrEqual(8);
    for (const kept of ["90 days", "one year", "email", "internet address"]) expect(text.join(" ")).toContain(kept);
  });
});
