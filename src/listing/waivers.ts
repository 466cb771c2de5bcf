import * as z from "zod";

/** The rules that `npm run catalog -- verify` checks beyond the schemas. */
export const rules = [
  "unsupported-value",
  "missing-source",
  "undated-number",
  "long-sentence",
  "reading-grade",
  "duplicate-contact",
  "bad-form",
  "about-before-own",
  "site-of-others",
  "unknown-id",
  "one-way-relation",
  "near-identical",
  "phone-without-number",
  "toll-free-without-number",
  "any-hour-unsupported",
  "unknown-number",
  "dead-end",
  "nobody-to-call",
  "scope-label",
] as const;

export type RuleName = (typeof rules)[number];

/** The rules that a listing may break, each with its reason: `{ "undated-number": "The page that prints it has no date" }`. */
export const waiversSchema = z.partialRecord(
  z.enum(rules, { error: `a waiver is one of ${rules.join(", ")}` }),
  z.string().min(15, { error: "say in a sentence why this listing may" }),
);
