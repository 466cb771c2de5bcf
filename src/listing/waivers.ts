import * as z from "zod";

/** What `npm run catalog -- verify` can object to. */
export const objections = [
  "unsupported-value",
  "missing-source",
  "undated-number",
  "long-sentence",
  "reading-grade",
  "duplicate-contact",
  "bad-form",
  "unknown-id",
  "one-way-relation",
  "near-identical",
] as const;

export type Objection = (typeof objections)[number];

/** The objections that a listing answers, each with its reason: `{ "undated-number": "The page that prints it has no date" }`. */
export const exceptionsSchema = z.partialRecord(
  z.enum(objections, { error: `an exception is one of ${objections.join(", ")}` }),
  z.string().min(15, { error: "say in a sentence why this listing may" }),
);
