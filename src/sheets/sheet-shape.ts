import { type CatalogListName, catalogLists } from "../catalog/catalog-list.ts";
import { type FormShape, shapeOfSchema } from "../listing/form/shape.ts";
import type { Vocabulary } from "../listing/vocabulary.ts";

/** Headers of the columns with the version that a row was made from and with the listing's last check. */
export const versionHeader = "version (leave as it is)";
export const lastChecked = "last checked (only a check changes this)";

/** Returns the shape of the rows of a sheet: a listing without its check, which sheets never change. */
export function sheetShape(vocabulary: Vocabulary, list: CatalogListName): FormShape {
  const shape = shapeOfSchema(catalogLists(vocabulary)[list].schema);
  if (shape.kind !== "group") throw new Error("a listing is a group of fields");
  return { ...shape, fields: shape.fields.filter(({ name }) => name !== "lastCheck") };
}
