import { type CatalogListName, catalogListNames } from "../../../catalog/catalog-list.ts";
import type { Edition } from "../../../site/edition.ts";
import { deskAddress } from "../../../site/listing-address.ts";
import type { Site } from "../../../site/site.ts";
import { deskAction } from "../../../site/urls.ts";
import type { DeskRoute } from "../route.ts";
import { editPage } from "./edit.ts";
import { fileConflictPage } from "./file-conflict.ts";
import { findListingPage } from "./find-listing.ts";
import { listingPage } from "./listing.ts";
import { newListingPage } from "./new.ts";
import { presses, pressPage } from "./presses.ts";
import { listingFormLimits } from "./typed-form.ts";
import { undoPage } from "./undo.ts";

/** Returns all routes of single listings at the desk. */
export function listingRoutes(site: Site, edition: Edition): readonly DeskRoute[] {
  return catalogListNames.flatMap((list) => routesOf(site, edition, list));
}

function routesOf(site: Site, edition: Edition, list: CatalogListName): DeskRoute[] {
  const { urls, words } = edition;
  const { find } = words.deskListing;
  const role = "editor";
  const listing = deskAddress(urls, list, ":id");
  const both = (path: string, handler: DeskRoute["handler"]): DeskRoute[] => [
    { method: "get", path, role, handler },
    { method: "post", path, role, handler, form: listingFormLimits, holdsTyped: true },
  ];
  const isPress = (action: string): action is keyof typeof presses => action in presses;
  return [
    {
      method: "get",
      path: list === "programs" ? urls.deskPrograms : urls.deskLibrary,
      role,
      nav: list === "programs" ? find.programs : find.library,
      handler: findListingPage(site, edition, list),
    },
    // Before the listings, because "new" is not an id.
    ...both(deskAddress(urls, list, "new"), newListingPage(site, edition, list)),
    { method: "get", path: listing, role, handler: listingPage(site, edition, list) },
    ...both(deskAction(listing, "edit"), editPage(site, edition, list)),
    ...both(deskAction(listing, "conflict"), fileConflictPage(site, edition, list)),
    { method: "post", path: deskAction(listing, "undo"), role, handler: undoPage(site, edition, list) },
    ...Object.keys(presses)
      .filter(isPress)
      .map((action): DeskRoute => {
        const handler = pressPage(site, edition, list, presses[action]);
        return { method: "post", path: deskAction(listing, action), role, handler, holdsTyped: true };
      }),
  ];
}
