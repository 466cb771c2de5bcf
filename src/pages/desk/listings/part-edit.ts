import type { AnyListing } from "../../../catalog/catalog-list.ts";
import type { Merged, Versions } from "../../../listing/compare/merge.ts";
import type { FieldGroup } from "../../../listing/form/shape.ts";
import { type Choices, settleBy } from "./clash.ts";

/** A change of some fields of a listing: as they were for whoever makes it, and as they are to be. */
export interface PartEdit {
  before: Readonly<Record<string, unknown>>;
  mine: Readonly<Record<string, unknown>>;
}

/** The change beside the listing as it is now, for those fields alone. */
export function versionsOfPart(listing: AnyListing, { before, mine }: PartEdit): Versions {
  const fields = new Set([...Object.keys(before), ...Object.keys(mine)]);
  const theirs = Object.fromEntries(Object.entries(listing).filter(([field]) => fields.has(field)));
  return { before, theirs, mine };
}

/** The shape of those fields. */
export function shapeOfPart(shape: FieldGroup, { before, mine }: PartEdit): FieldGroup {
  return { ...shape, fields: shape.fields.filter(({ name }) => name in before || name in mine) };
}

/** The listing with the change, and what somebody else has changed in the same place since. */
export function applyPart(
  shape: FieldGroup,
  listing: AnyListing,
  part: PartEdit,
  choices: Choices,
): { listing: AnyListing } & Pick<Merged, "clashes"> {
  const { value, clashes } = settleBy(shapeOfPart(shape, part), versionsOfPart(listing, part), choices);
  return { listing: { ...listing, ...(typeof value === "object" ? value : null) }, clashes };
}
