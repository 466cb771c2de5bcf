import type { RequestHandler } from "express";
import type { AnyListing, CatalogListName } from "../../../catalog/catalog-list.ts";
import { versionOfSubject } from "../../../changes/append.ts";
import type { Editor } from "../../../editors/editor.ts";
import { officeDay } from "../../../places/office-day.ts";
import { wordsOf } from "../../../search/words/text.ts";
import type { Edition } from "../../../site/edition.ts";
import { deskAddress } from "../../../site/listing-address.ts";
import type { Context, Site } from "../../../site/site.ts";
import { withQuery } from "../../../site/urls.ts";
import { Conflict } from "../../../web/errors.ts";
import { type DeskAnswer, deskPage } from "../desk-page.ts";
import { arrangeForm, checkForm, type Editing, type EditView, showForm, showPreview } from "./editing.ts";
import { listingForm } from "./listing-form.ts";
import { saveListing } from "./save-listing.ts";
import { openedForm, readTypedForm, type TypedForm } from "./typed-form.ts";

/** Serves the form for a new listing. */
export function newListingPage(site: Site, edition: Edition, list: CatalogListName): RequestHandler {
  return deskPage<EditView>(site, edition, "desk/listings/edit", (context, req, editor) => {
    // A new listing matters to readers unless its editor says otherwise.
    if (req.method !== "POST") return showForm(editingNew(context, list, ""), { ...openedForm(emptyForm(list), 0), isPublic: true });
    const typed = readTypedForm(req);
    const editing = editingNew(context, list, idIn(typed));
    return arrangeForm(editing, typed) ?? addListing(editor, editing, typed);
  });
}

async function addListing(editor: Editor, editing: Editing, typed: TypedForm): Promise<DeskAnswer<EditView>> {
  const { context, base } = editing;
  const { list } = editing.form;
  const checked = checkForm(editing, typed);
  const takenId = context.words.deskListing.form.taken(base.id);
  const taken = isTaken(context, list, base.id) ? [["id", takenId] as const] : [];
  const faults = new Map([...("faults" in checked ? checked.faults : []), ...taken]);
  if ("faults" in checked || faults.size > 0) return showForm(editing, { ...typed, values: checked.values }, { faults });
  if (typed.action === "preview") return showPreview(editing, typed, checked);
  const { listing } = checked;
  try {
    await saveListing(context, editor, { list, listing, kind: "added", expected: 0, isPublic: typed.isPublic, why: typed.why });
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    // Somebody else has taken the id while this was waiting to be written.
    return showForm(editing, { ...typed, values: checked.values }, { faults: new Map([["id", takenId]]) });
  }
  return { goTo: withQuery(deskAddress(context.urls, list, listing.id), { done: "saved" }) };
}

function editingNew(context: Context, list: CatalogListName, id: string): Editing {
  const { words, urls, vocabulary } = context;
  const form = listingForm(vocabulary, list);
  const isChecked = form.shape.fields.some(({ name }) => name === "lastCheck");
  const base: AnyListing = { id, added: officeDay(context.now), ...(isChecked && { lastCheck: null }) };
  const heading = words.deskListing.form[list === "programs" ? "newProgram" : "newDocument"];
  return { context, form, base, known: [], heading, address: deskAddress(urls, list, "new"), isNew: true };
}

/** Returns one empty row in each list that a listing requires. */
function emptyForm(list: CatalogListName): TypedForm["values"] {
  const rows =
    list === "programs" ? ["description.0.en", "contacts.0.kind", "sources.0.url"] : ["description.0.en", "links.0.kind", "sources.0.url"];
  return new Map(rows.map((name) => [name, ""]));
}

/** Returns the id as typed, or made from the name. */
function idIn({ values }: TypedForm): string {
  const typed = values.get("id") ?? "";
  return typed === "" ? wordsOf(values.get("name") ?? values.get("title") ?? "").join("-") : typed;
}

/** Ids of former listings are taken too, because they have a history. "new" is the path of this page. */
function isTaken({ db }: Context, list: CatalogListName, id: string): boolean {
  return id === "new" || versionOfSubject(db, list, id) > 0;
}
