import { isDeepStrictEqual } from "node:util";
import { type Field, type FieldGroup, type FieldVariants, type FormShape, fieldsOf, plainLine } from "../form/shape.ts";
import { fieldsIn, itemsIn, nameWithin } from "../form/values.ts";
import { areSameChoices, type FieldPlace, idOfPlace, keysOfBoth, wholeListing } from "./differences.ts";
import { keyOfItem, type Paired, pairItems } from "./pair-items.ts";

/** The version to take where two editors changed the same thing. */
export type Side = "before" | "theirs" | "mine";

/** Three versions of a listing or part of it: as both editors found it, and as each left it. Undefined where it does not exist. */
export type Versions = Readonly<Record<Side, unknown>>;

/** Something that two editors changed differently. */
export interface Clash extends FieldPlace, Versions {
  /** Its id in the form that asks. */
  id: string;
  shape: FormShape;
}

/** The result of merging two edits, with what only a person can settle; until then its value is the one that `choose` selects. */
export interface Merged {
  value: unknown;
  clashes: readonly Clash[];
}

/** Returns the choice for a clash, by its id. */
type Choose = (id: string) => Side;

/** Merges two edits of one listing: what only one of them changed is taken from that one. Nothing is lost: the rest are clashes. */
export function merge(shape: FormShape, versions: Versions, choose: Choose, place: FieldPlace = wholeListing): Merged {
  const { before, theirs, mine } = versions;
  if (isSame(shape, mine, before) || isSame(shape, mine, theirs)) return { value: theirs, clashes: [] };
  if (isSame(shape, theirs, before)) return { value: mine, clashes: [] };
  switch (shape.kind) {
    case "group":
    case "variants":
      if (areAll(versions, isObject) && areOfOneKind(shape, versions)) return mergeFields(fieldsOf(shape), versions, choose, place);
      break;
    case "reasons": {
      const fields = keysOfBoth(theirs, mine).map((name): Field => ({ name, shape: plainLine }));
      return mergeFields(fields, versions, choose, place);
    }
    case "rows":
      if (areAll(versions, Array.isArray)) return mergeRows(shape.item, versions, choose, place);
      break;
    case "either":
      if (areAll(versions, Array.isArray)) return merge(shape.other, versions, choose, place);
      break;
    default:
  }
  return clash(shape, versions, choose, place);
}

/** Whether the states are of one kind: a contact of another kind is a different contact. */
function areOfOneKind(shape: FieldGroup | FieldVariants, versions: Versions): boolean {
  return shape.kind === "group" || new Set(Object.values(versions).map((value) => fieldsIn(value)[shape.by])).size === 1;
}

/** Returns a clash, which only a person can settle. */
function clash(shape: FormShape, versions: Versions, choose: Choose, place: FieldPlace): Merged {
  const id = idOfPlace(place);
  return { value: versions[choose(id)], clashes: [{ ...place, ...versions, id, shape }] };
}

function mergeFields(fields: readonly Field[], versions: Versions, choose: Choose, place: FieldPlace): Merged {
  const merged = fields.map(({ name, shape }) => {
    const own = ofEach(versions, (value) => fieldsIn(value)[name]);
    return { name, ...merge(shape, own, choose, { ...place, field: nameWithin(place.field, name) }) };
  });
  return {
    value: Object.fromEntries(merged.filter(({ value }) => value !== undefined).map(({ name, value }) => [name, value])),
    clashes: merged.flatMap(({ clashes }) => clashes),
  };
}

function isSame(shape: FormShape, a: unknown, b: unknown): boolean {
  return isDeepStrictEqual(a, b) || (shape.kind === "choices" && areSameChoices(a, b));
}

const isObject = (value: unknown) => typeof value === "object" && value !== null;

function areAll(versions: Versions, holds: (value: unknown) => boolean): boolean {
  return Object.values(versions).every(holds);
}

function ofEach(versions: Versions, read: (value: unknown) => unknown): Versions {
  return { before: read(versions.before), theirs: read(versions.theirs), mine: read(versions.mine) };
}

/** Merges two edits of a list item by item: in my order if I changed the order, else in theirs. */
function mergeRows(item: FormShape, versions: Versions, choose: Choose, place: FieldPlace): Merged {
  const before = itemsIn(versions.before);
  const theirs = pairItems(before, itemsIn(versions.theirs));
  const mine = pairItems(before, itemsIn(versions.mine));
  const [first, second] = isReordered(mine) ? [mine, theirs] : [theirs, mine];
  const order = [...first, ...second.filter((other) => !first.some((one) => isSameItem(one, other)))];
  const merged = order.flatMap((one): Merged[] => {
    const of = (side: readonly Paired[]) => side.find((other) => isSameItem(one, other))?.item;
    const was = one.was === null ? undefined : before[one.was];
    return [mergeItem(item, { before: was, theirs: of(theirs), mine: of(mine) }, choose, place)];
  });
  return {
    value: merged.map(({ value }) => value).filter((value) => value !== undefined),
    clashes: merged.flatMap(({ clashes }) => clashes),
  };
}

/** Merges an item: removed on one side and unchanged on the other, it is removed; changed on the other, it is a clash. */
function mergeItem(item: FormShape, versions: Versions, choose: Choose, place: FieldPlace): Merged {
  const { before, theirs, mine } = versions;
  const inside = { ...place, items: [...place.items, before ?? mine ?? theirs] };
  if (before !== undefined && theirs !== undefined && mine !== undefined) return merge(item, versions, choose, inside);
  if (isDeepStrictEqual(theirs, mine)) return { value: mine, clashes: [] };
  if (before === undefined && theirs !== undefined && mine !== undefined) return clash(item, versions, choose, inside);
  if (isDeepStrictEqual(mine, before)) return { value: theirs, clashes: [] };
  if (isDeepStrictEqual(theirs, before)) return { value: mine, clashes: [] };
  return clash(item, versions, choose, inside);
}

function isSameItem(one: Paired, other: Paired): boolean {
  return one.was === null ? other.was === null && keyOfItem(one.item) === keyOfItem(other.item) : one.was === other.was;
}

function isReordered(items: readonly Paired[]): boolean {
  const kept = items.flatMap(({ was }) => (was === null ? [] : [was]));
  return !isDeepStrictEqual(
    kept,
    kept.toSorted((a, b) => a - b),
  );
}
