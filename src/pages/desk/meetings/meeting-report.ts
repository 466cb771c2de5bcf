import type { Request, RequestHandler } from "express";
import { writeWhenFree } from "../../../database/write-when-free.ts";
import type { Editor } from "../../../editors/editor.ts";
import { closureNow } from "../../../meetings/closed-rows.ts";
import { unlistMeetings } from "../../../meetings/unlist.ts";
import { findReport } from "../../../reports/find.ts";
import type { Outcome, Report } from "../../../reports/report.ts";
import { settleReport } from "../../../reports/settle.ts";
import type { Edition } from "../../../site/edition.ts";
import type { Context, Site } from "../../../site/site.ts";
import { withQuery } from "../../../site/urls.ts";
import { Conflict, NotFound, type WayOn } from "../../../web/errors.ts";
import { field } from "../../../web/form.ts";
import { sayDate } from "../../../words/dates.ts";
import { sayOfficeDate } from "../../office-date.ts";
import { type DeskAnswer, deskPage } from "../desk-page.ts";
import { maxReply, noteSeen, replyIn, sayEmails, settlementBy } from "../message.ts";
import { signatureOf } from "../signature.ts";
import { closingWays } from "./closing-ways.ts";
import { type DeskMeeting, deskMeeting, usuallyUnlisted } from "./desk-meeting.ts";
import { type ListPeopleView, listPeople } from "./list-people.ts";
import { type MeetingField, meetingFields, readerSays, saidThen, sayMeetingField } from "./meeting-fields.ts";
import { readUnlistForm, type UnlistFormView, unlistForm } from "./unlist-form.ts";

/** A reader's report about a meeting: what its list says beside what they say, and four ways to settle it. */
interface MeetingReportView {
  heading: string;
  lead: string;
  subject: { name: string; href: string } | null;
  state: string;
  /** True if it is not listed. */
  isOff: boolean;
  closed: string | null;
  fields: MeetingField[];
  /** What its list said then, if it says something else now. */
  saidBefore: string | null;
  note: string | null;
  emails: string | null;
  settled: string | null;
  hindrance: string | null;
  closing: WayOn[];
  lists: ListPeopleView[];
  /** Null if nothing is listed that could be unlisted. */
  unlist: UnlistFormView | null;
  address: string;
  reply: string;
  maxReply: number;
}

/** A report, and the meeting it is about. */
interface About {
  report: Report;
  known: DeskMeeting;
}

/** A submitted form that is shown again, with its faults. */
interface Again {
  unlist: UnlistFormView | null;
  hindrance: string | null;
  status: number;
}

/** Serves the page of a report about a meeting, and its buttons. */
export function meetingReportPage(site: Site, edition: Edition): RequestHandler {
  return deskPage<MeetingReportView>(site, edition, "desk/meetings/report", async (context, req, editor) => {
    const report = findReport(context.db, String(req.params["reference"]));
    if (report === null || report.subject === null) throw new NotFound("no such report");
    const about = { report, known: deskMeeting(context, report.subject) };
    if (req.method === "POST") return answerReport(context, req, editor, about);
    await noteSeen(context, report);
    return showReport(context, req, about, null);
  });
}

/** The outcomes that have a button on this page, besides "Do not list". */
const answers: readonly Outcome[] = ["passed on", "changed", "declined"];

async function answerReport(context: Context, req: Request, editor: Editor, about: About): Promise<DeskAnswer<MeetingReportView>> {
  const { db, words } = context;
  const { report, known } = about;
  const settle = (outcome: Outcome) => settleReport(db, report.reference, settlementBy(context, editor, outcome, replyIn(req)));
  const pressed = field(req, "do");
  const outcome = answers.find((one) => one === pressed);
  if (outcome !== undefined) return write(context, req, about, () => settle(outcome));
  const asked = readUnlistForm(req, known.shown);
  if (pressed !== "unlist" || "again" in asked) {
    const typed = "again" in asked ? asked.again : asked;
    const unlist = unlistForm(context, known.shown, typed, pressed === "unlist");
    return showReport(context, req, about, {
      unlist,
      hindrance: pressed === "unlist" ? null : words.deskMeetings.report.choose,
      status: 422,
    });
  }
  const { ids, shown, ...rest } = asked;
  const edit = { ...rest, ...signatureOf(context, editor) };
  return write(context, req, about, () => {
    settle("accepted");
    unlistMeetings(db, ids, shown, edit);
  });
}

/** Runs the work of a button in one transaction. */
async function write(context: Context, req: Request, about: About, work: () => void): Promise<DeskAnswer<MeetingReportView>> {
  const { db, urls, words } = context;
  const { report, known } = about;
  try {
    await writeWhenFree(db, work);
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    const hindrance = words.deskMeetings.page.done.outdated;
    const now = { report: findReport(db, report.reference) ?? report, known };
    return showReport(context, req, now, { unlist: null, hindrance, status: 409 });
  }
  const address = known.last === null ? urls.deskReport(report.reference) : urls.deskMeeting(known.id);
  return { goTo: withQuery(address, { done: "answered" }) };
}

function showReport(context: Context, req: Request, about: About, again: Again | null): DeskAnswer<MeetingReportView> {
  const { words, urls } = context;
  const { report, known } = about;
  const { report: said } = words.deskListing;
  const { name, meeting, last, state, closed } = known;
  const heading = said.title(name);
  const isOpen = report.answer === null;
  const view: MeetingReportView = {
    heading,
    lead: said.lead(sayOfficeDate(report.at, words), report.times),
    subject: last && { name, href: urls.deskMeeting(known.id) },
    state,
    isOff: meeting === null,
    closed,
    fields: last === null ? loneField(context, report) : meetingFields(context, last, report),
    saidBefore: saidThen(context, last, report),
    note: report.note,
    emails: sayEmails(context, report),
    settled: report.answer && said.settled(said.outcomes[report.answer.outcome], sayOfficeDate(report.answer.at, words)),
    hindrance: again?.hindrance ?? null,
    closing: isOpen && meeting !== null ? closingWays(context, meeting, report) : [],
    lists: listPeople(context, known, letterOf(context, about)),
    unlist: meeting === null ? null : (again?.unlist ?? usualUnlistForm(context, about)),
    address: urls.deskReport(report.reference),
    reply: req.method === "POST" ? replyIn(req) : (report.answer?.reply ?? usualReply(context, known)),
    maxReply,
  };
  return { title: heading, status: again?.status ?? 200, readingCss: true, view };
}

/** If the meeting has ended, everything is ticked and the report is the reason; otherwise the editor gives the reason. */
function usualUnlistForm(context: Context, { report, known }: About): UnlistFormView {
  const hasEnded = report.field === "status";
  const why = hasEnded ? context.words.deskMeetings.report.why(report.reference, readerSays(context.words, report)) : "";
  return unlistForm(context, known.shown, { ids: usuallyUnlisted(known, hasEnded), why });
}

/** For a meeting that no longer exists, only what the reader says. */
function loneField({ words }: Context, report: Report): MeetingField[] {
  const list = words.deskListing.history.nothing;
  return [{ term: sayMeetingField(words, report.field), list, reader: readerSays(words, report) }];
}

/**
 * Returns the beginning of a letter to the people of a list: the field that the reader says is wrong, never the reader's note, which is for
 * the desk.
 */
function letterOf(context: Context, { known: { name, id, last }, report }: About): string {
  const { words, urls, settings } = context;
  const said = words.deskMeetings.source;
  const fields = last === null ? [] : meetingFields(context, last, report);
  const lines = fields.flatMap(({ term, list, reader }) => (reader === null ? [] : [said.line(term, list, reader)]));
  return said.letter(name, lines, settings.siteUrl + urls.meeting(id));
}

/** Suggests the closure as the reply, for an editor who returns from closing the place. */
function usualReply({ meetings, words, now }: Context, { meeting }: DeskMeeting): string {
  const closure = meeting && closureNow(meetings.closed, meeting, now);
  return closure === null ? "" : words.deskMeetings.report.closedReply(sayDate(closure.until, words));
}
