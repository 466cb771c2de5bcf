import type { Request, RequestHandler } from "express";
import type { CatalogListName } from "../../../catalog/catalog-list.ts";
import { removeListing } from "../../../catalog/edit-listing.ts";
import { writeWhenFree } from "../../../database/write-when-free.ts";
import type { Editor } from "../../../editors/editor.ts";
import { fieldsIn } from "../../../listing/form/values.ts";
import { addNote, removeNote } from "../../../notes/note.ts";
import type { Edition } from "../../../site/edition.ts";
import { type Context, nowInIso, type Site } from "../../../site/site.ts";
import { type DeskAction, withQuery } from "../../../site/urls.ts";
import { Conflict } from "../../../web/errors.ts";
import { field, numberField, textField } from "../../../web/form.ts";
import { type DeskAnswer, deskPage } from "../desk-page.ts";
import { signatureOf } from "../signature.ts";
import { type Listed, listedAt } from "./listed.ts";
import { type ListingFault, type ListingView, showListing } from "./listing.ts";
import { saveListing } from "./save-listing.ts";

/** The action of a button on the page of a listing. Resolves to what is wrong with its input; null if it is done. */
type Press = (context: Context, req: Request, editor: Editor, listed: Listed) => Promise<ListingFault | null>;

/** The buttons of the page of a listing, by the last segment of their path. */
export const presses: Readonly<Record<Exclude<DeskAction, "edit" | "undo" | "conflict">, Press>> = {
  close: (context, req, editor, listed) => setStatus(context, req, editor, listed, "closed"),
  reopen: (context, req, editor, listed) => setStatus(context, req, editor, listed, statusBefore(listed)),
  unlist,
  relist,
  notes: keepNote,
  "forget-note": forgetNote,
};

/** Handles a button. If the page was outdated, leads back to look again. */
export function pressPage(site: Site, edition: Edition, list: CatalogListName, press: Press): RequestHandler {
  return deskPage<ListingView>(site, edition, "desk/listings/listing", async (context, req, editor): Promise<DeskAnswer<ListingView>> => {
    const listed = listedAt(context, list, req);
    try {
      const fault = await press(context, req, editor, listed);
      return fault === null ? { goTo: withQuery(listed.address, { done: "saved" }) } : showListing(context, req, listed, fault);
    } catch (error) {
      if (!(error instanceof Conflict)) throw error;
      return { goTo: withQuery(listed.address, { done: "elsewhere" }) };
    }
  });
}

/** Closing and reopening a program is public. */
async function setStatus(context: Context, req: Request, editor: Editor, listed: Listed, status: unknown): Promise<null> {
  const { list, listing } = listed;
  if (listing === null) throw new Conflict("it is not listed");
  const kind = status === "closed" ? "closed" : "reopened";
  const edit = { list, listing: { ...listing, status }, kind, expected: numberField(req, "expected"), isPublic: true, why: "" } as const;
  await saveListing(context, editor, edit);
  return null;
}

/** Returns the status before closing: reopening confirms no number. */
function statusBefore({ history }: Listed): unknown {
  const closing = history.find(({ before, after }) => fieldsIn(after)["status"] === "closed" && before !== null);
  return fieldsIn(closing?.before)["status"] ?? "active";
}

async function unlist(context: Context, req: Request, editor: Editor, { list, id }: Listed): Promise<ListingFault | null> {
  const { db, vocabulary, words } = context;
  const why = field(req, "why", 300);
  if (why === "") return { field: "why", text: words.deskListing.listing.reasonMissing, typed: why };
  const removal = { list, subject: id, kind: "unlisted", expected: numberField(req, "expected"), isPublic: true, why } as const;
  await writeWhenFree(db, () => removeListing(db, vocabulary, { ...removal, ...signatureOf(context, editor) }));
  return null;
}

/** Restores the listing as it was when it was removed. */
async function relist(context: Context, req: Request, editor: Editor, { list, last }: Listed): Promise<null> {
  const expected = numberField(req, "expected");
  await saveListing(context, editor, { list, listing: last, kind: "relisted", expected, isPublic: true, why: "" });
  return null;
}

async function keepNote(context: Context, req: Request, editor: Editor, { list, id }: Listed): Promise<ListingFault | null> {
  const text = textField(req, "note", 2000);
  if (text === "") return { field: "note", text: context.words.deskListing.listing.noteMissing, typed: text };
  const note = { list, subject: id, at: nowInIso(context), account: editor.id, text };
  await writeWhenFree(context.db, () => addNote(context.db, note));
  return null;
}

async function forgetNote({ db }: Context, req: Request, _editor: Editor, { list, id }: Listed): Promise<null> {
  const number = numberField(req, "number");
  await writeWhenFree(db, () => removeNote(db, list, id, number));
  return null;
}
