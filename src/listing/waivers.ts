import * as z from "zod";

/** The rules beyond the schemas, which `npm run catalog -- verify` applies (catalog/verify/rules.ts). */
export const ruleNames = [
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

export type RuleName = (typeof ruleNames)[number];

/** The rules that a listing may break, each with its reason: `{ "undated-number": "The page that prints it has no date" }`. */
export const waiversSchema = z.partialRecord(
  z.enum(ruleNames, { error: `a waiver is one of ${ruleNames.join(", ")}` }),
  z.string().min(15, { error: "say in a sentence why this listing may" }),
);
