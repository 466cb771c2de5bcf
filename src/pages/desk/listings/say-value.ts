import type { FieldDifference, FieldPlace } from "../../../listing/compare/differences.ts";
import { type Field, type FormShape, fieldsOf } from "../../../listing/form/shape.ts";
import { saysTyped } from "../../../listing/form/typed.ts";
import { fieldsIn, itemsIn, nameWithin } from "../../../listing/form/values.ts";
import type { Vocabulary } from "../../../listing/vocabulary.ts";
import { hostOf } from "../../../words/addresses.ts";
import type { Words } from "../../../words/words.ts";
import { sayChoice, wordsOfField } from "./field-words.ts";

/** What is needed to put a value into words. */
export interface Speech {
  words: Words;
  vocabulary: Vocabulary;
}

/** Returns any value of a listing in as few words as possible; "nothing" for a missing one. */
export function sayValue(speech: Speech, shape: FormShape, path: string, value: unknown): string {
  const { words, vocabulary } = speech;
  const said = sayPresent(speech, shape, path, value);
  if (said !== "") return said;
  return shape.kind === "choice" ? sayChoice(words, vocabulary, path, "") : words.deskListing.history.nothing;
}

function sayPresent(speech: Speech, shape: FormShape, path: string, value: unknown): string {
  const { words, vocabulary } = speech;
  if (value === null || value === undefined) return "";
  switch (shape.kind) {
    case "line":
      return shape.control === "zone" ? sayChoice(words, vocabulary, path, String(value)) : saysTyped(shape.control, String(value));
    case "choice":
      return sayChoice(words, vocabulary, path, String(value));
    case "flag":
      return value === true ? words.deskListing.yes : words.deskListing.no;
    case "text":
      return Object.values(fieldsIn(value)).join(" / ");
    case "choices":
      return words.list.comma(itemsIn(value).map((item) => sayChoice(words, vocabulary, path, String(item))));
    case "reasons":
      return words.list.semicolon(
        Object.entries(fieldsIn(value)).map(([key, reason]) => `${sayChoice(words, vocabulary, path, key)}: ${String(reason)}`),
      );
    case "rows":
      return words.list.semicolon(itemsIn(value).map((item) => sayPresent(speech, shape.item, path, item)));
    case "either":
      return typeof value === "string" ? sayChoice(words, vocabulary, path, value) : sayPresent(speech, shape.other, path, value);
    case "group":
    case "variants":
      return sayFields(speech, fieldsOf(shape), path, value);
  }
}

/** Returns the non-empty fields in order, without flags. */
function sayFields(speech: Speech, fields: readonly Field[], path: string, value: unknown): string {
  const said = fields
    .filter(({ shape }) => shape.kind !== "flag")
    .map(({ name, shape }) => sayPresent(speech, shape, nameWithin(path, name), fieldsIn(value)[name]));
  return said.filter((words) => words !== "").join(" · ");
}

/** Returns a place in a listing in words: "Ways to reach it, Call 988: Hours in words". */
export function sayFieldPlace(speech: Speech, shape: FormShape, { field, items }: FieldPlace): string {
  const [first = "", ...steps] = field.split(".");
  const labels = labelsOf(speech, shape, first, steps);
  const named = items.map((item) => titleOf(speech, item)).filter((title) => title !== "");
  const [head = "", ...rest] = labels;
  return [[head, ...named].join(", "), ...rest].join(": ");
}

/** Returns the label of the first field, and of the last if that is another. */
function labelsOf(speech: Speech, shape: FormShape, first: string, steps: readonly string[]): string[] {
  const isReason = isReasons(shape, [first, ...steps.slice(0, -1)]);
  const path = [first, ...steps].join(".");
  if (steps.length === 0) return [wordsOfField(speech.words, first).label];
  if (!isReason) return [wordsOfField(speech.words, first).label, wordsOfField(speech.words, path).label];
  const owner = [first, ...steps.slice(0, -1)].join(".");
  return [wordsOfField(speech.words, owner).label, sayChoice(speech.words, speech.vocabulary, owner, steps.at(-1)!)];
}

function isReasons(shape: FormShape, path: readonly string[]): boolean {
  const [step, ...rest] = path;
  if (step === undefined) return shape.kind === "reasons";
  if (shape.kind !== "group") return false;
  const field = shape.fields.find(({ name }) => name === step);
  return field !== undefined && isReasons(field.shape, rest);
}

/** Returns the title of a list item; "" if it has none. */
function titleOf({ words, vocabulary }: Speech, item: unknown): string {
  const { kind, value, url } = fieldsIn(item);
  if (typeof value === "string" && typeof kind === "string") {
    const shown = /^https?:/.test(value) ? hostOf(value) : saysTyped(/^[+\d]/.test(value) ? "number" : null, value);
    return `${sayChoice(words, vocabulary, "contacts.kind", kind)} ${shown}`;
  }
  return typeof url === "string" ? hostOf(url) : "";
}

/** Returns what changed, one sentence each: "Cost: “Free.” is now “Five dollars.”" */
export function sayDifferences(speech: Speech, shape: FormShape, differences: readonly FieldDifference[]): string[] {
  const { history } = speech.words.deskListing;
  return differences.map((difference) => {
    const place = sayFieldPlace(speech, shape, difference);
    const say = (value: unknown) => sayValue(speech, difference.shape, difference.field, value);
    if (difference.before === undefined) return history.added(place, say(difference.after));
    if (difference.after === undefined) return history.removed(place, say(difference.before));
    if (difference.shape.kind === "rows") return history.moved(place);
    return history.from(place, say(difference.before), say(difference.after));
  });
}
