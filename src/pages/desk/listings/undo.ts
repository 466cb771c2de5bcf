import type { RequestHandler } from "express";
import type { CatalogListName } from "../../../catalog/catalog-list.ts";
import type { Change } from "../../../changes/change.ts";
import { fieldsIn } from "../../../listing/form/values.ts";
import type { Edition } from "../../../site/edition.ts";
import type { Context, Site } from "../../../site/site.ts";
import { deskAction } from "../../../site/urls.ts";
import { NotFound } from "../../../web/errors.ts";
import { numberField } from "../../../web/form.ts";
import { deskPage } from "../desk-page.ts";
import type { EditView } from "./editing.ts";
import { keptFields } from "./form-parts.ts";
import { canBeUndone } from "./history.ts";
import { listedAt, type Present } from "./listed.ts";
import { listingForm } from "./listing-form.ts";
import { shapeOfPart, versionsOfPart } from "./part-edit.ts";
import { saveTyped } from "./save-typed.ts";
import { type Encounter, settle } from "./settle.ts";
import { openedForm } from "./typed-form.ts";

/** Undoes a change with a new one. If the same fields have changed again since, asks the editor. */
export function undoPage(site: Site, edition: Edition, list: CatalogListName): RequestHandler {
  return deskPage<EditView>(site, edition, "desk/listings/edit", (context, req, editor) => {
    const listed = listedAt(context, list, req);
    const { listing } = listed;
    const change = listed.history.find(({ seq }) => seq === numberField(req, "change"));
    if (change === undefined || !canBeUndone(change) || listing === null) throw new NotFound("no such change");
    const present = { ...listed, listing };
    return settle(encounterOf(context, present, change), req, (settled) =>
      saveTyped(context, editor, present, { ...settled, base: listing, kind: "undone" }),
    );
  });
}

/** Undoing goes from the values after the change to those before it. */
function encounterOf(context: Context, listed: Present, change: Change): Encounter {
  const { clash, history } = context.words.deskListing;
  const { shape } = listingForm(context.vocabulary, listed.list);
  const part = { before: fieldsIn(change.after), mine: fieldsIn(change.before) };
  const why = history.undid(history.kinds[change.kind], change.seq);
  const fields = shapeOfPart(shape, part);
  return {
    context,
    listed,
    isShown: false,
    shape: fields,
    versions: versionsOfPart(listed.listing, part),
    said: { ...openedForm(new Map(), listed.version), why, isPublic: change.isPublic },
    clashCase: {
      lead: clash.undoing,
      sides: { theirs: clash.present, mine: clash.undone, before: clash.afterChange },
      address: deskAction(listed.address, "undo"),
      hidden: [
        { name: "change", value: String(change.seq) },
        { name: "seen", value: String(listed.version) },
      ],
      // A form has no check, so a clash about one is settled here or not at all.
      canEdit: !fields.fields.some(({ name }) => (keptFields as readonly string[]).includes(name)),
    },
  };
}
