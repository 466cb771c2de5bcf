import type { Request, RequestHandler } from "express";
import type { Database } from "../../database/open.ts";
import { findUnlistedMeeting } from "../../meetings/unlist.ts";
import { findReport, findSuggestion } from "../../reports/find.ts";
import type { Report, Suggestion } from "../../reports/report.ts";
import type { Edition } from "../../site/edition.ts";
import type { Context, Site } from "../../site/site.ts";
import { Moved, type WayOn } from "../../web/errors.ts";
import type { ReportsWords } from "../../words/reports-words.ts";
import { type Head, page } from "../frame.ts";
import { sayOfficeDate } from "../office-date.ts";
import type { Intake } from "./intake.ts";
import { aboutOf, subjectOf } from "./subject.ts";

interface AnswerPageView {
  /** Null if nothing has this reference. */
  answer: AnswerView | null;
  ways: WayOn[];
  lookUpUrl: string;
}

/** The outcome of one message, without what its reader wrote, because anybody with the reference may see it. */
interface AnswerView {
  reference: string;
  state: string;
  reply: string[];
  sent: string;
  /** The listing it is about; `href` is null if that is gone. */
  subject: { name: string; href: string | null } | null;
  answered: string | null;
}

/** Serves the page of a reference: the outcome of a report or a suggestion. An unknown reference gets a field to type it again. */
export function answerPage(site: Site, edition: Edition, intake: Intake): RequestHandler<{ reference: string }> {
  return page<AnswerPageView, { reference: string }>(site, edition, "reports/answer", (context, req) => {
    const { reference } = req.params;
    const found = findMessage(context.db, reference);
    if (found === null) return unknownAnswer(context, req, intake);
    if (found.reference !== reference) throw new Moved(context.urls.reportAnswer(found.reference));
    return { head: headOf(context, found.reference), show: () => ({ ...linksOf(context, found), answer: answerView(context, found) }) };
  });
}

/** Redirects from a typed reference to its page. */
export function lookUp({ urls }: Edition): RequestHandler {
  return (req, res, next) => {
    const { reference } = req.query;
    if (typeof reference !== "string" || reference.trim() === "") return next();
    res.set("Cache-Control", "no-store").redirect(303, urls.reportAnswer(encodeURIComponent(reference.trim())));
  };
}

function findMessage(db: Database, reference: string): Report | Suggestion | null {
  return findReport(db, reference) ?? findSuggestion(db, reference);
}

function isSuggestion(message: Report | Suggestion): message is Suggestion {
  return "kind" in message;
}

function unknownAnswer(context: Context, req: Request<{ reference: string }>, intake: Intake) {
  intake.takeMiss(req);
  const { urls, words } = context;
  const ways = [
    { label: words.reports.link, href: urls.report },
    { label: words.reports.suggest.link, href: urls.suggest },
  ];
  return { head: headOf(context, ""), status: 404, show: () => ({ answer: null, ways, lookUpUrl: urls.report }) };
}

function headOf({ words, urls }: Context, reference: string): Head {
  const { title } = words.reports.answer;
  return { title, description: title, path: urls.report, address: urls.reportAnswer(reference), indexed: false, hasForm: true };
}

function answerView(context: Context, message: Report | Suggestion): AnswerView {
  const { words } = context;
  const { answer: said } = words.reports;
  const { reference, at, seenAt, answer } = message;
  const sentOn = sayOfficeDate(at, words);
  return {
    reference,
    state: cameOf(said, message) ?? (seenAt === null ? said.received : said.seen),
    reply: answer?.reply?.split(/\n+/).filter(Boolean) ?? [],
    sent: isSuggestion(message) ? said.suggestion(sentOn) : said.report(sentOn),
    subject: isSuggestion(message) ? null : subjectView(context, message),
    answered: answer && said.on(sayOfficeDate(answer.at, words)),
  };
}

/** Returns the outcome in words; null while the message is open. */
function cameOf(said: ReportsWords["answer"], message: Report | Suggestion): string | null {
  if (isSuggestion(message)) return message.answer && said.settledSuggestion[message.answer.outcome];
  return message.answer && said.settled[message.answer.outcome];
}

function subjectView(context: Context, { list, subject }: Report): AnswerView["subject"] {
  if (list === null || subject === null) return { name: context.words.reports.answer.about, href: null };
  const about = aboutOf(list, subject);
  const taken = list === "meetings" ? findUnlistedMeeting(context.db, subject) : null;
  return subjectOf(context, about)?.listing ?? { name: taken?.name ?? about, href: null };
}

function reportAgain({ urls }: Context, { list, subject }: Report): string {
  return list === null || subject === null ? urls.report : urls.reportAbout(aboutOf(list, subject));
}

function linksOf(context: Context, message: Report | Suggestion): Pick<AnswerPageView, "ways" | "lookUpUrl"> {
  const { words, urls } = context;
  const { answer, suggest } = words.reports;
  return {
    lookUpUrl: urls.report,
    ways: [
      isSuggestion(message) ? { label: suggest.link, href: urls.suggest } : { label: answer.another, href: reportAgain(context, message) },
      { label: words.errors.ways.programs, href: urls.programs },
    ],
  };
}
