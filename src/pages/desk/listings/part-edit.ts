import type { AnyListing } from "../../../catalog/catalog-list.ts";
import type { FieldGroup } from "../../../listing/form/shape.ts";

type Fields = Readonly<Record<string, unknown>>;

/** A change to some fields of a listing: the values its author saw, and the new ones. */
interface PartEdit {
  before: Fields;
  mine: Fields;
}

/** Returns the change together with the present listing, for these fields only. */
export function versionsOfPart(listing: AnyListing, { before, mine }: PartEdit): PartEdit & { theirs: Fields } {
  const theirs = Object.fromEntries(Object.entries(listing).filter(([field]) => field in before || field in mine));
  return { before, theirs, mine };
}

/** Returns the shape of these fields. */
export function shapeOfPart(shape: FieldGroup, { before, mine }: PartEdit): FieldGroup {
  return { ...shape, fields: shape.fields.filter(({ name }) => name in before || name in mine) };
}
