import { isDeepStrictEqual } from "node:util";
import { type FormShape, fieldsOf, plainLine } from "../form/shape.ts";
import { fieldsIn, itemsIn, nameWithin } from "../form/values.ts";
import { keyOfItem, pairItems } from "./pair-items.ts";

/** A place in a listing: the field without numbers, such as `contacts.hours.words`, and the items of lists on the way to it. */
export interface FieldPlace {
  field: string;
  items: readonly unknown[];
}

/** A single difference. `before` is undefined for what was added, `after` for what was removed. */
export interface FieldDifference extends FieldPlace {
  /** The shape of what is compared. */
  shape: FormShape;
  before: unknown;
  after: unknown;
}

export const wholeListing: FieldPlace = { field: "", items: [] };

/** Returns the differences between two states of a listing, each as small as one would describe it. Lists are compared by key. */
export function differencesOf(shape: FormShape, before: unknown, after: unknown, place: FieldPlace = wholeListing): FieldDifference[] {
  if (isDeepStrictEqual(before, after)) return [];
  const whole: FieldDifference[] = [{ ...place, shape, before, after }];
  switch (shape.kind) {
    case "group":
    case "variants":
      return areBoth(before, after) ? fieldsOf(shape).flatMap(({ name, shape }) => within(name, shape, before, after, place)) : whole;
    case "reasons":
      return keysOfBoth(before, after).flatMap((key) => within(key, plainLine, before, after, place));
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

function within(name: string, shape: FormShape, before: unknown, after: unknown, place: FieldPlace): FieldDifference[] {
  return differencesOf(shape, fieldsIn(before)[name], fieldsIn(after)[name], { ...place, field: nameWithin(place.field, name) });
}

/** Compares lists item by item. Moved items are reported only if nothing else in the list has changed. */
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

/** Returns the keys of all these records, without duplicates. */
export function keysOfBoth(...records: unknown[]): string[] {
  return [...new Set(records.flatMap((record) => Object.keys(fieldsIn(record))))];
}

/** Whether the same choices are made, in any order. */
export function areSameChoices(a: unknown, b: unknown): boolean {
  return isDeepStrictEqual(new Set(itemsIn(a)), new Set(itemsIn(b))) && Array.isArray(a) === Array.isArray(b);
}

/** Returns an id that is unique among the places that differ. */
export function idOfPlace({ field, items }: FieldPlace): string {
  return [field, ...items.map(keyOfItem)].join(" ");
}
