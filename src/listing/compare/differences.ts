import { isDeepStrictEqual } from "node:util";
import { type FormShape, fieldsOfVariants } from "../form/shape.ts";
import { fieldsIn, itemsIn, nameWithin } from "../form/values.ts";
import { keyOfItem, pairItems } from "./pair-items.ts";

/** Where in a listing something is: the field without numbers, such as `contacts.hours.words`, and the items of lists on the way to it. */
export interface FieldPlace {
  field: string;
  items: readonly unknown[];
}

/** One thing that is not as it was. What was not there is undefined, and so is what is there no longer. */
export interface FieldDifference extends FieldPlace {
  /** The shape of what is compared. */
  shape: FormShape;
  before: unknown;
  after: unknown;
}

const top: FieldPlace = { field: "", items: [] };

/** What differs between two states of a listing, as finely as one would say it, lists compared by key. */
export function differencesOf(shape: FormShape, before: unknown, after: unknown, place: FieldPlace = top): FieldDifference[] {
  if (isDeepStrictEqual(before, after)) return [];
  const whole: FieldDifference[] = [{ ...place, shape, before, after }];
  switch (shape.kind) {
    case "group":
      return areBoth(before, after) ? shape.fields.flatMap(({ name, shape }) => within(name, shape, before, after, place)) : whole;
    case "variants":
      return areBoth(before, after)
        ? fieldsOfVariants(shape).flatMap(({ name, shape }) => within(name, shape, before, after, place))
        : whole;
    case "reasons":
      return keysOfBoth(before, after).flatMap((key) => within(key, reason, before, after, place));
    case "choices":
      return areSameChoices(before, after) ? [] : whole;
    case "rows":
      return differencesOfRows(shape.item, itemsIn(before), itemsIn(after), place);
    case "either":
      return Array.isArray(before) && Array.isArray(after) ? differencesOf(shape.other, before, after, place) : whole;
    default:
      return whole;
  }
}

/** What supports a value of a facet is one line. */
export const reason: FormShape = { kind: "line", control: null, nullable: false };

function within(name: string, shape: FormShape, before: unknown, after: unknown, place: FieldPlace): FieldDifference[] {
  return differencesOf(shape, fieldsIn(before)[name], fieldsIn(after)[name], { ...place, field: nameWithin(place.field, name) });
}

/** Items that moved are named only where nothing else of the list has changed. */
function differencesOfRows(item: FormShape, before: readonly unknown[], after: readonly unknown[], place: FieldPlace): FieldDifference[] {
  const pairs = pairItems(before, after);
  const gone = [...before.keys()].filter((number) => !pairs.some(({ was }) => was === number));
  const found = [
    ...gone.map((number) => ({ ...place, shape: item, before: before[number], after: undefined })),
    ...pairs.flatMap(({ item: now, was }) =>
      was === null
        ? [{ ...place, shape: item, before: undefined, after: now }]
        : differencesOf(item, before[was], now, { ...place, items: [...place.items, before[was]] }),
    ),
  ];
  return found.length > 0 ? found : [{ ...place, shape: { kind: "rows", item }, before, after }];
}

const areBoth = (before: unknown, after: unknown) => [before, after].every((value) => value !== null && value !== undefined);

/** The keys of two records, each once. */
export function keysOfBoth(...records: unknown[]): string[] {
  return [...new Set(records.flatMap((record) => Object.keys(fieldsIn(record))))];
}

/** Whether the same choices are made, in whatever order. */
export function areSameChoices(a: unknown, b: unknown): boolean {
  return isDeepStrictEqual(new Set(itemsIn(a)), new Set(itemsIn(b))) && Array.isArray(a) === Array.isArray(b);
}

/** What names a place among all that differ. */
export function idOfPlace({ field, items }: FieldPlace): string {
  return [field, ...items.map(keyOfItem)].join(" ");
}
