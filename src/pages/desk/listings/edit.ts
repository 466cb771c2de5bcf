import type { Request, RequestHandler } from "express";
import type { AnyListing, CatalogListName } from "../../../catalog/catalog-list.ts";
import type { Editor } from "../../../editors/editor.ts";
import { editorNames } from "../../../editors/find.ts";
import { differencesOf } from "../../../listing/compare/differences.ts";
import { findReport } from "../../../reports/find.ts";
import { settleReport } from "../../../reports/settle.ts";
import type { Edition } from "../../../site/edition.ts";
import type { Context, Site } from "../../../site/site.ts";
import { deskAction, withQuery } from "../../../site/urls.ts";
import { Conflict } from "../../../web/errors.ts";
import { sayDate } from "../../../words/dates.ts";
import { type DeskAnswer, deskPage } from "../desk-page.ts";
import { asListing, type ClashCase, type ClashView, clashPage, readChoices, sayActor, settleBy } from "./clash.ts";
import { arrangeForm, checkForm, type Editing, type EditView, showForm, showPreview } from "./editing.ts";
import { findListed, type Listed, listingAt, nameOfListing } from "./listed.ts";
import { fillForm, listingForm } from "./listing-form.ts";
import { proposalOf } from "./proposal.ts";
import { kindOfEdit, saveListing, settlementBy } from "./save-listing.ts";
import { hiddenFields, maxReply, openedForm, readTypedForm, type TypedForm, versionIn } from "./typed-form.ts";

/** Every field of a listing, to edit: the form, its preview, and what to do where somebody else was quicker. */
export function editPage(site: Site, edition: Edition, list: CatalogListName): RequestHandler {
  return deskPage<EditView>(site, edition, "desk/listings/edit", (context, req, editor) => {
    const listed = findListed(context, list, String(req.params["id"]));
    const { listing } = listed;
    if (listing === null) return { goTo: listed.address };
    if (req.method !== "POST") return openForm(context, req, listed, listing);
    return answerPost(site, context, req, editor, { ...listed, listing });
  });
}

type Present = Listed & { listing: AnyListing };

/** The form of a listing as it is; with what a reader says, where it was opened to answer a report. */
function openForm(context: Context, req: Request, listed: Listed, listing: AnyListing): DeskAnswer<EditView> {
  const form = listingForm(context.vocabulary, listed.list);
  const editing = editingOf(context, listed, listing);
  const { report: reference, reply } = req.query;
  const report = typeof reference === "string" ? findReport(context.db, reference) : null;
  if (report === null) return showForm(editing, openedForm(fillForm(form, listing), listed.version));
  const values = proposalOf(form, listing, report)?.values ?? fillForm(form, listing);
  const why = context.words.deskListing.report.why(report.reference);
  const said = { why, isPublic: true, report: report.reference, reply: typeof reply === "string" ? reply.slice(0, maxReply) : "" };
  return showForm(editing, { ...openedForm(values, listed.version), ...said });
}

function editingOf(context: Context, { list, address }: Listed, base: AnyListing): Editing {
  const form = listingForm(context.vocabulary, list);
  const heading = context.words.deskListing.form.edit(nameOfListing(base));
  return { context, form, base, heading, address: deskAction(address, "edit"), isNew: false };
}

async function answerPost(site: Site, context: Context, req: Request, editor: Editor, listed: Present): Promise<DeskAnswer<EditView>> {
  const typed = readTypedForm(req);
  const base = listingAt(listed, typed.expected) ?? listed.listing;
  const editing = editingOf(context, listed, base);
  const arranged = arrangeForm(editing, typed);
  if (arranged !== null) return arranged;
  const checked = checkForm(editing, typed);
  if ("faults" in checked) return showForm(editing, { ...typed, values: checked.values }, checked.faults);
  if (typed.action === "preview") return showPreview(editing, typed, checked);
  const mine = { ...typed, values: checked.values };
  if (typed.action.startsWith("merge"))
    return answerMerge(site, context, req, editor, listed, { typed: mine, base, listing: checked.listing });
  if (differencesOf(editing.form.shape, base, checked.listing).length === 0)
    return { goTo: withQuery(listed.address, { done: "nothing" }) };
  return save(site, context, editor, listed, { typed: mine, base, listing: checked.listing });
}

/** What one editor has made of the listing that they opened. */
interface Mine {
  typed: TypedForm;
  base: AnyListing;
  listing: AnyListing;
}

async function save(site: Site, context: Context, editor: Editor, listed: Present, mine: Mine): Promise<DeskAnswer<EditView>> {
  const { typed, listing } = mine;
  const { list, address, id } = listed;
  if (typed.expected !== listed.version) return showClash(context, listed, mine);
  try {
    const { expected, isPublic, why } = typed;
    const edit = { list, listing, kind: kindOfEdit(listed.listing, listing), expected, isPublic, why };
    const report = typed.report === "" ? null : findReport(context.db, typed.report);
    await saveListing(site, context, editor, edit, () => {
      if (report?.answer === null) settleReport(context.db, report.reference, settlementBy(context, editor, "changed", typed.reply));
    });
    return { goTo: withQuery(address, { done: report === null ? "saved" : "answered" }) };
  } catch (error) {
    const now = error instanceof Conflict ? findListed(context, list, id) : null;
    if (now === null || now.listing === null) throw error;
    return showClash(context, { ...now, listing: now.listing }, mine);
  }
}

function showClash(context: Context, listed: Present, { typed, base, listing }: Mine, req: Request | null = null): DeskAnswer<EditView> {
  const { words, vocabulary } = context;
  const { shape } = listingForm(vocabulary, listed.list);
  const { clash } = words.deskListing;
  const versions = { before: base, theirs: listed.listing, mine: listing };
  const last = listed.history[0];
  const clashCase: ClashCase = {
    lead: last ? clash.byOther(sayActor(words, editorNames(context.db), last.by), sayDate(last.at.slice(0, 10), words)) : clash.lead,
    sides: { theirs: clash.theirs, mine: clash.mine, before: clash.before },
    address: deskAction(listed.address, "edit"),
    hidden: [...hiddenFields(typed), { name: "seen", value: String(listed.version) }],
    canEdit: true,
  };
  const { clashes } = settleBy(shape, versions, []);
  const view: ClashView = clashPage(context, shape, versions, clashCase, req && readChoices(req, clashes.length));
  return { title: clash.title, status: req === null ? 409 : 422, view: { form: null, preview: null, clash: view } };
}

async function answerMerge(
  site: Site,
  context: Context,
  req: Request,
  editor: Editor,
  listed: Present,
  mine: Mine,
): Promise<DeskAnswer<EditView>> {
  const { typed, base, listing } = mine;
  if (versionIn(req, "seen") !== listed.version) return showClash(context, listed, mine);
  const form = listingForm(context.vocabulary, listed.list);
  const versions = { before: base, theirs: listed.listing, mine: listing };
  const choices = readChoices(req, settleBy(form.shape, versions, []).clashes.length);
  if (choices.includes(null)) return showClash(context, listed, mine, req);
  const merged = asListing(listing, settleBy(form.shape, versions, choices).value);
  const next = { ...typed, values: fillForm(form, merged), expected: listed.version };
  const editing = editingOf(context, listed, listed.listing);
  if (typed.action === "merge-edit") return showForm(editing, next);
  const checked = checkForm(editing, next);
  if ("faults" in checked) return showForm(editing, next, checked.faults);
  return save(site, context, editor, listed, { typed: next, base: listed.listing, listing: checked.listing });
}
