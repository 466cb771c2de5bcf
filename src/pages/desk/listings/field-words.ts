import type { FormShape } from "../../../listing/form/shape.ts";
import { type FormValues, nameWithin } from "../../../listing/form/values.ts";
import type { Vocabulary } from "../../../listing/vocabulary.ts";
import { isZone } from "../../../places/zone.ts";
import type { ListingField } from "../../../words/desk-field-words.ts";
import type { DeskListingWords } from "../../../words/desk-listing-words.ts";
import { inLanguage } from "../../../words/languages.ts";
import type { Words } from "../../../words/words.ts";

/** One of several values that a field may have. */
export interface Option {
  /** The submitted value. */
  value: string;
  /** The name of its own box, if each value has one. */
  name: string;
  label: string;
  chosen: boolean;
}

/** Returns the id of a field by its name: `contacts_0_value`. */
export function idOfField(name: string): string {
  return name.replaceAll(".", "_");
}

/**
 * Returns the form's words for the field at a path without row numbers, such as `contacts.hours.zone`. Throws for a field without words.
 */
export function wordsOfField({ deskListing }: Words, path: string): DeskListingWords["fields"][ListingField] {
  const { fields }: { fields: Readonly<Record<string, DeskListingWords["fields"][ListingField]>> } = deskListing;
  const words = fields[path];
  if (!words) throw new Error(`the form has no words for the field "${path}"`);
  return words;
}

type Choosing = Extract<FormShape, { kind: "choice" | "choices" | "either" | "line" }>;

/** Time zones offered for numbers in the United States; any other is kept if it is already set. */
const zones = [
  "America/New_York",
  "America/Chicago",
  "America/Denver",
  "America/Phoenix",
  "America/Los_Angeles",
  "America/Anchorage",
  "Pacific/Honolulu",
];

/** Returns the values that a field may have, in words. */
export function choicesOf(
  { words, values, vocabulary }: { words: Words; values: FormValues; vocabulary: Vocabulary },
  shape: Choosing,
  name: string,
  path: string,
): Option[] {
  const present = values.get(name) ?? "";
  const option = (value: string): Option => {
    const own = nameWithin(name, value);
    const chosen = shape.kind === "choices" ? (values.get(own) ?? "") !== "" : value === present;
    return { value, name: own, label: sayChoice(words, vocabulary, path, value), chosen };
  };
  switch (shape.kind) {
    case "choices":
      return shape.values.map(option);
    case "line":
      return ["", ...zones, ...(present === "" || zones.includes(present) ? [] : [present])].map(option);
    case "either":
      return ["", ...shape.words].map(option);
    case "choice":
      // Where a choice is required, none is preselected for the editor.
      return [...(shape.nullable || !shape.values.includes(present) ? [""] : []), ...shape.values].map(option);
  }
}

/** The facet of the vocabulary that the values of a field belong to. */
const facetOfField: Readonly<Record<string, string>> = { "contacts.languages": "language", states: "state" };

/** Returns a value of a field in words: "Call", "Spanish", "Montana". */
export function sayChoice(words: Words, vocabulary: Vocabulary, path: string, value: string): string {
  const { choices, form } = words.deskListing;
  const own = choices[path]?.[value];
  if (own !== undefined) return own;
  if (path.endsWith(".zone")) return value === "" ? form.callersClock : isZone(value) ? words.meetings.zone(value) : value;
  if (value === "") return form.choose;
  const facet = facetOfField[path] ?? path.slice(path.lastIndexOf(".") + 1);
  const known = vocabulary[facet]?.find(({ id }) => id === value);
  return known ? inLanguage(known.label, words.language) : value;
}
