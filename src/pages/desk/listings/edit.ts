import type { Request, RequestHandler } from "express";
import type { CatalogListName } from "../../../catalog/catalog-list.ts";
import type { Editor } from "../../../editors/editor.ts";
import type { Edition } from "../../../site/edition.ts";
import type { Context, Site } from "../../../site/site.ts";
import { adviceOn } from "../advice.ts";
import { type DeskAnswer, deskPage } from "../desk-page.ts";
import { maxReply } from "../message.ts";
import { arrangeForm, checkForm, type EditView, editingOf, showForm, showPreview } from "./editing.ts";
import { type Listed, listedAt, listingAt, type Present } from "./listed.ts";
import { fillForm, listingForm } from "./listing-form.ts";
import { proposalOf } from "./proposal.ts";
import { type Mine, meetOther, reportAnswered, saveTyped, showGone } from "./save-typed.ts";
import { settle } from "./settle.ts";
import { openedForm, readTypedForm } from "./typed-form.ts";

/** Serves the form with every field of a listing, its preview, and what follows if somebody else was quicker. */
export function editPage(site: Site, edition: Edition, list: CatalogListName): RequestHandler {
  return deskPage<EditView>(site, edition, "desk/listings/edit", (context, req, editor) => {
    const listed = listedAt(context, list, req);
    if (req.method === "POST") return answerPost(context, req, editor, listed);
    return listed.listing === null ? { goTo: listed.address } : openForm(context, req, { ...listed, listing: listed.listing });
  });
}

/** Shows the form of a listing as it is; when it was opened to answer a report, with what the reader says. */
async function openForm(context: Context, req: Request, listed: Present): Promise<DeskAnswer<EditView>> {
  const form = listingForm(context.vocabulary, listed.list);
  const editing = editingOf(context, listed, listed.listing);
  const { report: reference, reply } = req.query;
  const report = reportAnswered(context, listed, { report: typeof reference === "string" ? reference : "" });
  const advice = await adviceOn(context, listed.list, listed.listing);
  if (report === null) return showForm(editing, openedForm(fillForm(form, listed.listing), listed.version), { advice });
  const values = proposalOf(form, listed.listing, report)?.values ?? fillForm(form, listed.listing);
  const why = context.words.deskListing.report.why(report.reference);
  const said = { why, isPublic: true, report: report.reference, reply: typeof reply === "string" ? reply.slice(0, maxReply) : "" };
  return showForm(editing, { ...openedForm(values, listed.version), ...said }, { advice });
}

async function answerPost(context: Context, req: Request, editor: Editor, listed: Listed): Promise<DeskAnswer<EditView>> {
  const typed = readTypedForm(req);
  const base = listingAt(listed, typed.expected) ?? listed.last;
  const editing = editingOf(context, listed, base);
  const arranged = arrangeForm(editing, typed);
  if (arranged !== null) return arranged;
  const checked = checkForm(editing, typed);
  if ("faults" in checked) return showForm(editing, { ...typed, values: checked.values }, { faults: checked.faults });
  if (typed.action === "preview") return showPreview(editing, typed, checked);
  const mine: Mine = { typed: { ...typed, values: checked.values }, base, listing: checked.listing, kind: null };
  if (listed.listing === null) return showGone(context, listed, mine);
  const present = { ...listed, listing: listed.listing };
  if (typed.action.startsWith("merge"))
    return settle(meetOther(context, present, mine), req, (settled) =>
      saveTyped(context, editor, present, { ...settled, base: present.listing, kind: null }),
    );
  if (checked.kept.length > 0) return showForm(editing, mine.typed, { kept: checked.kept });
  return saveTyped(context, editor, present, mine);
}
