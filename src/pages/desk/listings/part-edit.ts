import type { AnyListing } from "../../../catalog/catalog-list.ts";
import type { FieldGroup } from "../../../listing/form/shape.ts";

type Fields = Readonly<Record<string, unknown>>;

/** A change of some fields of a listing: as they were for whoever makes it, and as they are to be. */
interface PartEdit {
  before: Fields;
  mine: Fields;
}

/** The change beside the listing as it is now, for those fields alone. */
export function versionsOfPart(listing: AnyListing, { before, mine }: PartEdit): PartEdit & { theirs: Fields } {
  const theirs = Object.fromEntries(Object.entries(listing).filter(([field]) => field in before || field in mine));
  return { before, theirs, mine };
}

/** The shape of those fields. */
export function shapeOfPart(shape: FieldGroup, { before, mine }: PartEdit): FieldGroup {
  return { ...shape, fields: shape.fields.filter(({ name }) => name in before || name in mine) };
}
