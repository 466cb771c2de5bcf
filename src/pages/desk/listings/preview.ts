import type { AnyListing, CatalogListName } from "../../../catalog/catalog-list.ts";
import { type Document, documentSchema } from "../../../library/document.ts";
import { programSchema } from "../../../programs/program.ts";
import type { Context } from "../../../site/site.ts";
import { documentView } from "../../library/document.ts";
import { programView } from "../../programs/program.ts";

/** A draft as readers will see it: their own page of it. */
export interface PublicView {
  template: "programs/program" | "library/document";
  page: object;
}

/** Returns the public page of a draft that its schema has accepted. */
export function publicView(context: Context, list: CatalogListName, listing: AnyListing): PublicView {
  const shared = { words: context.words, icons: context.assets.url("icons.svg") };
  if (list === "programs") {
    const program = programSchema(context.vocabulary).parse(listing);
    return { template: "programs/program", page: { ...programView(context, program, ""), ...shared } };
  }
  const document: Document = documentSchema(context.vocabulary).parse(listing);
  return { template: "library/document", page: { ...documentView(context, document), ...shared } };
}
