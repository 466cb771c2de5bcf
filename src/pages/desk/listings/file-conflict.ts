import type { Request, RequestHandler } from "express";
import type { CatalogListName } from "../../../catalog/catalog-list.ts";
import { removeListing } from "../../../catalog/edit-listing.ts";
import { type FileConflict, openConflicts, settleConflict } from "../../../changes/conflicts.ts";
import { writeWhenFree } from "../../../database/write-when-free.ts";
import type { Editor } from "../../../editors/editor.ts";
import { fieldsIn } from "../../../listing/form/values.ts";
import type { Edition } from "../../../site/edition.ts";
import { showChanges } from "../../../site/show-changes.ts";
import type { Context, Site } from "../../../site/site.ts";
import { deskAction, withQuery } from "../../../site/urls.ts";
import { NotFound } from "../../../web/errors.ts";
import { type DeskAnswer, deskPage } from "../desk-page.ts";
import { asListing, type ClashView, clashOfWhole, clashPage, readChoices, settleBy } from "./clash.ts";
import { findListed, type Listed, nameOfListing } from "./listed.ts";
import { listingForm } from "./listing-form.ts";
import { actorOf, nowInIso, saveListing } from "./save-listing.ts";
import { versionIn } from "./typed-form.ts";

type Settling = DeskAnswer<{ clash: ClashView }>;

/** Where a file of the catalog and the desk have changed the same: a person decides, field by field. */
export function fileConflictPage(site: Site, edition: Edition, list: CatalogListName): RequestHandler {
  return deskPage<{ clash: ClashView }>(site, edition, "desk/listings/settle", (context, req, editor) => {
    const listed = findListed(context, list, String(req.params["id"]));
    const number = req.method === "POST" ? versionIn(req, "number") : Number(req.query["number"]);
    const conflict = openConflicts(context.db).find((one) => one.number === number && one.list === list && one.subject === listed.id);
    if (conflict === undefined) throw new NotFound("no such conflict");
    const settle = conflict.field === null ? settleWhole : settleField;
    return settle(site, context, req, editor, listed, conflict);
  });
}

/** Whether the editor has seen the listing as it is now. */
function isSeen(req: Request, { version }: Listed): boolean {
  return req.method === "POST" && versionIn(req, "seen") === version;
}

async function settleField(
  site: Site,
  context: Context,
  req: Request,
  editor: Editor,
  listed: Listed,
  conflict: FileConflict,
): Promise<Settling> {
  const { list, listing, version, address } = listed;
  const { field, before, theirs, number } = conflict;
  if (listing === null || field === null) return { goTo: address };
  const { shape } = listingForm(context.vocabulary, list);
  const part = { ...shape, fields: shape.fields.filter(({ name }) => name === field) };
  const versions = { before: { [field]: before }, theirs: { [field]: theirs }, mine: { [field]: listing[field] } };
  const choices = readChoices(req, settleBy(part, versions, []).clashes.length);
  if (!isSeen(req, listed) || choices.includes(null)) {
    const view = clashPage(context, part, versions, caseOf(context, listed, conflict), isSeen(req, listed) ? choices : null);
    return answer(view, isSeen(req, listed));
  }
  const settled = asListing(listing, { ...listing, ...fieldsIn(settleBy(part, versions, choices).value) });
  const edit = {
    list,
    listing: settled,
    kind: "changed",
    expected: version,
    isPublic: true,
    why: context.words.deskListing.clash.byFile,
  } as const;
  await saveListing(site, context, editor, edit, () => settleConflict(context.db, number, nowInIso(context)));
  return { goTo: withQuery(address, { done: "saved" }) };
}

/** One of the two has removed the listing that the other has changed. */
async function settleWhole(
  site: Site,
  context: Context,
  req: Request,
  editor: Editor,
  listed: Listed,
  conflict: FileConflict,
): Promise<Settling> {
  const { db, vocabulary, words } = context;
  const { list, id, listing, version, address } = listed;
  const choices = readChoices(req, 1);
  if (!isSeen(req, listed) || choices[0] === null) {
    const name = nameOfListing(listed.last);
    const values = { theirs: conflict.theirs === null ? null : name, mine: listing === null ? null : name };
    return answer(
      clashOfWhole(words, values, caseOf(context, listed, conflict), isSeen(req, listed) ? choices : null),
      isSeen(req, listed),
    );
  }
  const said = { expected: version, isPublic: true, why: words.deskListing.clash.byFile };
  const close = () => settleConflict(db, conflict.number, nowInIso(context));
  if (choices[0] === "theirs" && conflict.theirs !== null) {
    const kind = listing === null ? "relisted" : "changed";
    await saveListing(site, context, editor, { ...said, list, listing: asListing(listed.last, conflict.theirs), kind }, close);
  } else {
    const removes = choices[0] === "theirs" && listing !== null;
    const removal = { ...said, list, subject: id, kind: "removed", by: actorOf(editor), at: nowInIso(context) } as const;
    await writeWhenFree(db, () => {
      if (removes) removeListing(db, vocabulary, removal);
      close();
    });
    await showChanges(site);
  }
  return { goTo: withQuery(address, { done: "saved" }) };
}

function caseOf({ words }: Context, { address, version }: Listed, { number }: FileConflict) {
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

function answer(clash: ClashView, wasSeen: boolean): Settling {
  return { title: clash.heading, status: wasSeen ? 422 : 200, view: { clash } };
}
