import type { Request, RequestHandler } from "express";
import { type AnyListing, catalogListNames } from "../../../catalog/catalog-list.ts";
import { kindOfEdit } from "../../../catalog/kind-of-edit.ts";
import { writeWhenFree } from "../../../database/write-when-free.ts";
import type { Editor } from "../../../editors/editor.ts";
import { findReport } from "../../../reports/find.ts";
import { outcomes, type Report } from "../../../reports/report.ts";
import { settleReport } from "../../../reports/settle.ts";
import type { Edition } from "../../../site/edition.ts";
import type { Context, Site } from "../../../site/site.ts";
import { deskAction, withQuery } from "../../../site/urls.ts";
import { Conflict, NotFound } from "../../../web/errors.ts";
import { field, numberField } from "../../../web/form.ts";
import { sayNumber } from "../../../words/numbers.ts";
import { type Fact, knownFacts } from "../../facts.ts";
import { sayOfficeDate } from "../../office-date.ts";
import { type DeskAnswer, deskPage } from "../desk-page.ts";
import { noteSeen, replyIn, sayEmails, settlementBy } from "../message.ts";
import { checkForm, editingOf } from "./editing.ts";
import { findListed, type Listed, nameOfListing } from "./listed.ts";
import { listingForm } from "./listing-form.ts";
import { lacksSourceAlone, proposalOf } from "./proposal.ts";
import { sayReportedField } from "./reported-field.ts";
import { saveListing } from "./save-listing.ts";
import { openedForm } from "./typed-form.ts";

/** A reader's report, and the buttons that settle it. */
interface ReportView {
  heading: string;
  lead: string;
  subject: { name: string; href: string } | null;
  rows: Fact[];
  note: string | null;
  /** Addresses of those who want an answer, deleted once it is answered; null if nobody does. */
  emails: string | null;
  canAccept: boolean;
  canChange: boolean;
  /** Why it cannot be accepted as it is; null if it can. */
  hindrance: string | null;
  /** The outcome; null while it is open. */
  settled: string | null;
  address: string;
  reply: string;
  expected: number;
}

/** A report, and the listing it is about; null for the site, or if no such listing ever existed. */
interface About {
  report: Report;
  listed: Listed | null;
}

/** The result of a button on this page: where to go on, or why nothing was done. */
type Done = { goTo: string } | { hindrance: string };

/** Serves one report about a listing or the site: what the listing says, what the reader says, and the buttons. */
export function listingReportPage(site: Site, edition: Edition): RequestHandler {
  return deskPage<ReportView>(site, edition, "desk/listings/report", async (context, req, editor) => {
    const report = findReport(context.db, String(req.params["reference"]));
    if (report === null) throw new NotFound("no such report");
    const about = { report, listed: listedOf(context, report) };
    if (req.method !== "POST") {
      await noteSeen(context, report);
      return showReport(context, req, about, null);
    }
    const done = await answerReport(context, req, editor, about);
    return "goTo" in done ? done : showReport(context, req, about, done.hindrance);
  });
}

function listedOf(context: Context, { list, subject }: Report): Listed | null {
  const own = catalogListNames.find((name) => name === list);
  return own === undefined || subject === null ? null : findListed(context, own, subject);
}

async function answerReport(context: Context, req: Request, editor: Editor, about: About): Promise<Done> {
  const { urls, db, words } = context;
  const { report, listed } = about;
  const { reference } = report;
  const reply = replyIn(req);
  const outcome = outcomes.find((one) => one === field(req, "do"));
  if (field(req, "do") === "form" && listed !== null)
    return { goTo: withQuery(deskAction(listed.address, "edit"), { report: reference, reply }) };
  if (report.answer !== null) return { hindrance: words.deskWork.suggestion.already };
  if (outcome === undefined) return { hindrance: words.deskListing.report.cannotAccept };
  if (outcome === "accepted") return accept(context, req, editor, about);
  await writeWhenFree(db, () => settleReport(db, reference, settlementBy(context, editor, outcome, reply)));
  return { goTo: withQuery(listed?.address ?? urls.deskReport(reference), { done: "answered" }) };
}

async function accept(context: Context, req: Request, editor: Editor, about: About): Promise<Done> {
  const said = context.words.deskListing;
  const { report, listed } = about;
  const reply = replyIn(req);
  const draft = draftOf(context, about);
  if (draft === null || listed === null || listed.listing === null) return { hindrance: said.report.cannotAccept };
  const { list, listing, address } = listed;
  if (draft === "without a source") return { goTo: withQuery(deskAction(address, "edit"), { report: report.reference, reply }) };
  const edit = { list, listing: draft, kind: kindOfEdit(listing, draft), expected: numberField(req, "expected"), isPublic: true };
  try {
    await saveListing(context, editor, { ...edit, why: said.report.why(report.reference) }, () =>
      settleReport(context.db, report.reference, settlementBy(context, editor, "accepted", reply)),
    );
  } catch (error) {
    if (error instanceof Conflict) return { hindrance: said.done.elsewhere };
    throw error;
  }
  return { goTo: withQuery(address, { done: "answered" }) };
}

/**
 * Returns the listing with the reader's value; null if that is not a complete change, or the result would be invalid. Readers give no
 * source: if the schema requires one, or the old one would be kept for a value that it does not give, only the form can accept it.
 */
function draftOf(context: Context, { report, listed }: About): AnyListing | "without a source" | null {
  if (listed === null || listed.listing === null || report.right === null) return null;
  const form = listingForm(context.vocabulary, listed.list);
  const proposal = proposalOf(form, listed.listing, report);
  if (proposal === null || !proposal.isWhole) return null;
  const checked = checkForm(editingOf(context, listed, listed.listing), openedForm(proposal.values, listed.version));
  if ("faults" in checked) return lacksSourceAlone(proposal, checked.faults) ? "without a source" : null;
  return checked.kept.length > 0 ? "without a source" : checked.listing;
}

function showReport(context: Context, req: Request, about: About, hindrance: string | null): DeskAnswer<ReportView> {
  const { words, urls } = context;
  const { report, listed } = about;
  const said = words.deskListing.report;
  const name = listed === null ? (report.subject ?? words.name) : nameOfListing(listed.last);
  const heading = said.title(name);
  const isOpen = report.answer === null;
  const draft = isOpen ? draftOf(context, about) : null;
  const view: ReportView = {
    heading,
    lead: said.lead(sayOfficeDate(report.at, words), report.times),
    subject: listed && { name, href: listed.address },
    rows: rowsOf(context, about),
    note: report.note,
    emails: sayEmails(context, report),
    canAccept: draft !== null,
    canChange: isOpen && listed !== null && listed.listing !== null,
    hindrance: hindrance ?? (isOpen ? hindranceOf(context, report, draft) : null),
    settled: report.answer && said.settled(said.outcomes[report.answer.outcome], sayOfficeDate(report.answer.at, words)),
    address: urls.deskReport(report.reference),
    reply: req.method === "POST" ? replyIn(req) : (report.answer?.reply ?? ""),
    expected: listed?.version ?? 0,
  };
  return { title: heading, status: hindrance === null ? 200 : 409, readingCss: true, view };
}

function hindranceOf({ words }: Context, { right }: Report, draft: ReturnType<typeof draftOf>): string | null {
  const said = words.deskListing.report;
  if (draft === "without a source") return said.needsSource;
  if (draft !== null) return null;
  return right === null ? said.nothingProposed : said.cannotAccept;
}

function rowsOf(context: Context, { report, listed }: About): Fact[] {
  const { report: said } = context.words.deskListing;
  const { list, field, wrong, right } = report;
  const proposal = listed?.listing ? proposalOf(listingForm(context.vocabulary, listed.list), listed.listing, report) : null;
  return knownFacts([
    [said.field, list === null ? null : sayReportedField(context, list, field, listed?.listing ?? null)],
    [said.was, proposal?.isAsReported ? null : wrong && sayNumber(wrong)],
    [said.present, proposal?.present ?? null],
    [said.says, right],
  ]);
}
