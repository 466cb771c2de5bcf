import type { Request, RequestHandler } from "express";
import type { AnyListing, CatalogListName } from "../../../catalog/catalog-list.ts";
import type { Change } from "../../../changes/change.ts";
import { fieldsIn } from "../../../listing/form/values.ts";
import type { Edition } from "../../../site/edition.ts";
import type { Context, Site } from "../../../site/site.ts";
import { deskAction, withQuery } from "../../../site/urls.ts";
import { NotFound } from "../../../web/errors.ts";
import { type DeskAnswer, deskPage } from "../desk-page.ts";
import { type ClashCase, type ClashView, clashPage, readChoices } from "./clash.ts";
import { canBeUndone } from "./history.ts";
import { findListed, type Listed } from "./listed.ts";
import { listingForm } from "./listing-form.ts";
import { applyPart, type PartEdit, shapeOfPart, versionsOfPart } from "./part-edit.ts";
import { saveListing } from "./save-listing.ts";
import { versionIn } from "./typed-form.ts";

/** Undoes a change by another one. Where the same has been changed again since, the editor is asked. */
export function undoPage(site: Site, edition: Edition, list: CatalogListName): RequestHandler {
  return deskPage<{ clash: ClashView }>(site, edition, "desk/listings/settle", async (context, req, editor) => {
    const listed = findListed(context, list, String(req.params["id"]));
    const change = listed.history.find(({ seq }) => seq === versionIn(req, "change"));
    if (change === undefined || !canBeUndone(change) || listed.listing === null) throw new NotFound("no such change");
    const { shape } = listingForm(context.vocabulary, list);
    const { part, choices, missing } = readUndo(context, req, listed, listed.listing, change);
    if (missing) return askWhatToKeep(context, req, listed, listed.listing, change);
    const { listing } = applyPart(shape, listed.listing, part, choices);
    const why = context.words.deskListing.history.undid(context.words.deskListing.history.kinds[change.kind], change.seq);
    await saveListing(site, context, editor, { list, listing, kind: "undone", expected: listed.version, isPublic: change.isPublic, why });
    return { goTo: withQuery(listed.address, { done: "saved" }) };
  });
}

/** Back from what the change made to what was there before it. */
function partOf({ before, after }: Change): PartEdit {
  return { before: fieldsIn(after), mine: fieldsIn(before) };
}

function readUndo({ vocabulary }: Context, req: Request, { list, version }: Listed, listing: AnyListing, change: Change) {
  const part = partOf(change);
  const { clashes } = applyPart(listingForm(vocabulary, list).shape, listing, part, []);
  const choices = readChoices(req, clashes.length);
  return { part, choices, missing: clashes.length > 0 && (choices.includes(null) || versionIn(req, "seen") !== version) };
}

function askWhatToKeep(
  context: Context,
  req: Request,
  listed: Listed,
  listing: AnyListing,
  change: Change,
): DeskAnswer<{ clash: ClashView }> {
  const { clash } = context.words.deskListing;
  const part = partOf(change);
  const shape = shapeOfPart(listingForm(context.vocabulary, listed.list).shape, part);
  const clashCase: ClashCase = {
    lead: clash.undoing,
    sides: { theirs: clash.present, mine: clash.undone, before: clash.afterChange },
    address: deskAction(listed.address, "undo"),
    hidden: [
      { name: "change", value: String(change.seq) },
      { name: "seen", value: String(listed.version) },
    ],
    canEdit: false,
  };
  const wasAsked = versionIn(req, "seen") === listed.version;
  const versions = versionsOfPart(listing, part);
  const count = applyPart(listingForm(context.vocabulary, listed.list).shape, listing, part, []).clashes.length;
  const view = clashPage(context, shape, versions, clashCase, wasAsked ? readChoices(req, count) : null);
  return { title: clash.title, status: wasAsked ? 422 : 409, view: { clash: view } };
}
