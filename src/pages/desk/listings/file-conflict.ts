import type { Request, RequestHandler } from "express";
import type { CatalogListName } from "../../../catalog/catalog-list.ts";
import { removeListing } from "../../../catalog/edit-listing.ts";
import { kindOfEdit } from "../../../catalog/kind-of-edit.ts";
import { type FileConflict, openConflicts, settleConflict } from "../../../changes/conflicts.ts";
import { writeWhenFree } from "../../../database/write-when-free.ts";
import type { Editor } from "../../../editors/editor.ts";
import { fieldsIn } from "../../../listing/form/values.ts";
import type { Edition } from "../../../site/edition.ts";
import { type Context, nowInIso, type Site } from "../../../site/site.ts";
import { deskAction, withQuery } from "../../../site/urls.ts";
import { NotFound } from "../../../web/errors.ts";
import { numberField } from "../../../web/form.ts";
import { type DeskAnswer, deskPage } from "../desk-page.ts";
import { signatureOf } from "../signature.ts";
import { asListing, type Choices, type ClashCase, type ClashView, clashOfWhole, readChoices } from "./clash.ts";
import type { EditView } from "./editing.ts";
import { type Listed, listedAt, nameOfListing, type Present } from "./listed.ts";
import { listingForm } from "./listing-form.ts";
import { shapeOfPart, versionsOfPart } from "./part-edit.ts";
import { saveListing } from "./save-listing.ts";
import { saveTyped } from "./save-typed.ts";
import { type Encounter, settle } from "./settle.ts";
import { openedForm } from "./typed-form.ts";

/** Serves a conflict between a catalog file and the desk: a person decides, field by field. */
export function fileConflictPage(site: Site, edition: Edition, list: CatalogListName): RequestHandler {
  return deskPage<EditView>(site, edition, "desk/listings/edit", (context, req, editor) => {
    const listed = listedAt(context, list, req);
    const { listing, address } = listed;
    const number = req.method === "POST" ? numberField(req, "number") : Number(req.query["number"]);
    const conflict = openConflicts(context.db).find((one) => one.number === number && one.list === list && one.subject === listed.id);
    if (conflict === undefined) throw new NotFound("no such conflict");
    if (conflict.field === null) return settleWhole(context, req, editor, listed, conflict);
    if (listing === null) return { goTo: address };
    const present = { ...listed, listing };
    return settle(encounterOf(context, present, conflict, conflict.field), req, (settled) =>
      saveTyped(context, editor, present, { ...settled, base: listing, kind: null }),
    );
  });
}

function encounterOf(context: Context, listed: Present, conflict: FileConflict, field: string): Encounter {
  const part = { before: { [field]: conflict.before }, mine: { [field]: conflict.theirs } };
  const { before, theirs: desk, mine: file } = versionsOfPart(listed.listing, part);
  return {
    context,
    listed,
    isShown: true,
    shape: shapeOfPart(listingForm(context.vocabulary, listed.list).shape, part),
    versions: { before, theirs: file, mine: desk },
    clashCase: { ...caseOf(context, listed, conflict), canEdit: true },
    said: {
      ...openedForm(new Map(), listed.version),
      why: context.words.deskListing.clash.byFile,
      isPublic: true,
      conflict: conflict.number,
    },
  };
}

/** One side has removed the listing that the other has changed, so there is no field to edit. */
async function settleWhole(
  context: Context,
  req: Request,
  editor: Editor,
  listed: Listed,
  conflict: FileConflict,
): Promise<DeskAnswer<EditView>> {
  const choices = readChoices(req, 1);
  const wasSeen = req.method === "POST" && numberField(req, "seen") === listed.version;
  if (!wasSeen || choices[0] === null) {
    const clash = clashPageOfWhole(context, listed, conflict, wasSeen ? choices : null);
    return { title: clash.heading, status: wasSeen ? 422 : 200, view: { form: null, preview: null, clash } };
  }
  if (choices[0] === "theirs") await takeFile(context, editor, listed, conflict);
  else await keepDesk(context, conflict);
  return { goTo: withQuery(listed.address, { done: "saved" }) };
}

function clashPageOfWhole(context: Context, listed: Listed, conflict: FileConflict, choices: Choices | null): ClashView {
  const name = nameOfListing(listed.last);
  const values = { theirs: conflict.theirs === null ? null : name, mine: listed.listing === null ? null : name };
  return clashOfWhole(context.words, values, caseOf(context, listed, conflict), choices);
}

/** Takes the file's version: listed again, or removed. No file has the last check, so that is kept. */
async function takeFile(context: Context, editor: Editor, listed: Listed, conflict: FileConflict): Promise<void> {
  const { db, vocabulary, words } = context;
  const { list, id, listing, last, version } = listed;
  const said = { expected: version, isPublic: true, why: words.deskListing.clash.byFile };
  const close = () => settleConflict(db, conflict.number, nowInIso(context));
  if (conflict.theirs !== null) {
    const file = asListing(last, { ...fieldsIn(conflict.theirs), lastCheck: last["lastCheck"] });
    const kind = listing === null ? "relisted" : kindOfEdit(listing, file);
    return saveListing(context, editor, { ...said, list, listing: file, kind }, close);
  }
  const removal = { ...said, list, subject: id, kind: "removed", ...signatureOf(context, editor) } as const;
  await writeWhenFree(db, () => {
    if (listing !== null) removeListing(db, vocabulary, removal);
    close();
  });
}

/** Keeps the present version and only records the decision. */
async function keepDesk(context: Context, { number }: FileConflict): Promise<void> {
  await writeWhenFree(context.db, () => settleConflict(context.db, number, nowInIso(context)));
}

function caseOf({ words }: Context, { address, version }: Listed, { number }: FileConflict): ClashCase {
  const { clash } = words.deskListing;
  return {
    lead: clash.byFile,
    sides: { theirs: clash.file, mine: clash.desk, before: clash.before },
    address: deskAction(address, "conflict"),
    hidden: [
      { name: "number", value: String(number) },
      { name: "seen", value: String(version) },
    ],
    canEdit: false,
  };
}
