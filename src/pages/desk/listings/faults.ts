import type * as z from "zod";
import { type FormShape, fieldsOf, plainLine } from "../../../listing/form/shape.ts";
import { nameWithin } from "../../../listing/form/values.ts";
import type { DeskListingWords } from "../../../words/desk-listing-words.ts";

/** Returns the issues of a schema as one sentence per field, by the field's name in the form. */
export function faultsOf(
  shape: FormShape,
  issues: readonly z.core.$ZodIssue[],
  words: DeskListingWords["form"],
): ReadonlyMap<string, string> {
  const faults = issues.flatMap((issue): [string, string][] =>
    issue.code === "unrecognized_keys"
      ? issue.keys.map((key) => [fieldAt(shape, [...issue.path, key]), words.foreignField])
      : [[fieldAt(shape, issue.path), messageOf(issue, words)]],
  );
  // Keeps the first fault of a field; the next one appears once that is fixed.
  return new Map(faults.toReversed());
}

/** Returns the schema's own message, unless it is about how a file is written. */
function messageOf(issue: z.core.$ZodIssue, words: DeskListingWords["form"]): string {
  const isChoice = issue.code === "invalid_value" || (issue.code === "invalid_union" && issue.discriminator !== undefined);
  return isChoice ? words.chooseOne : issue.message;
}

/** Returns the form's name for the field at a path of a listing; all boxes of a choice share one name. */
function fieldAt(shape: FormShape, path: readonly PropertyKey[], name = ""): string {
  const [step, ...rest] = path;
  if (step === undefined) return shape.kind === "text" ? nameWithin(name, "en") : name;
  const next = shapeWithin(shape, String(step));
  return next === null ? fieldAt(shape, [], name) : fieldAt(next, rest, nameWithin(name, String(step)));
}

/** Returns the shape one step further; null if the field ends here. */
function shapeWithin(shape: FormShape, step: string): FormShape | null {
  switch (shape.kind) {
    case "group":
    case "variants":
      return fieldsOf(shape).find(({ name }) => name === step)?.shape ?? null;
    case "rows":
      return shape.item;
    case "either":
      return shapeWithin(shape.other, step);
    case "text":
      return plainLine;
    case "reasons":
      return shape.keys.includes(step) ? plainLine : null;
    default:
      return null;
  }
}
