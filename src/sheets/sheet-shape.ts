import { type CatalogListName, catalogLists } from "../catalog/catalog-list.ts";
import { type FormShape, shapeOfSchema } from "../listing/form/shape.ts";
import type { Vocabulary } from "../listing/vocabulary.ts";

/** The column that says which version a row was made from, and the one that says when its listing was checked. */
export const versionHeader = "version (leave as it is)";
export const lastChecked = "last checked (only a check changes this)";

/** The shape of the rows of a sheet: a listing but for its check, which no sheet moves. */
export function sheetShape(vocabulary: Vocabulary, list: CatalogListName): FormShape {
  const shape = shapeOfSchema(catalogLists(vocabulary)[list].schema);
  if (shape.kind !== "group") throw new Error("a listing is a group of fields");
  return { ...shape, fields: shape.fields.filter(({ name }) => name !== "lastCheck") };
}
