import type { RequestHandler } from "express";
import { cardsById } from "../collection/cards.ts";
import { parseFilter } from "../facets/filter.ts";
import type { DocumentCard } from "../library/card.ts";
import { sayDate } from "../listing/date.ts";
import { inLanguage, type Text } from "../listing/text.ts";
import { countMeetings } from "../meetings/search.ts";
import { programCard } from "../programs/card.ts";
import { findProgram } from "../programs/find.ts";
import type { Program } from "../programs/program.ts";
import { NotFound } from "../web/errors.ts";
import type { Words } from "../words/en.ts";
import { type ContactView, contactView, valueLabels } from "./contacts.ts";
import { page } from "./frame.ts";
import { type ProgramMeetings, programMeetings } from "./program-meetings.ts";
import { type DocumentRow, documentRows, type ProgramRow, programRows, sayStates } from "./rows.ts";
import type { Site } from "./site.ts";
import { type SourceView, sourceViews } from "./sources.ts";
import { mailUrl, urls, withQuery } from "./urls.ts";

interface ProgramView {
  name: string;
  alsoKnownAs: string | null;
  summary: string;
  statusNote: string | null;
  nextStep: string;
  step: ContactView | null;
  contacts: ContactView[];
  fallbackHeading: string;
  fallbacks: ProgramRow[];
  description: string[];
  /** Who, how, where, what it costs: a list of terms and what they are here. */
  facts: { term: string; detail: string }[];
  ruralNotes: string | null;
  doubts: string[];
  related: ProgramRow[];
  evidence: DocumentRow[];
  sources: SourceView[];
  lastCheck: string;
  added: string;
  meetings: ProgramMeetings | null;
  correctionUrl: string | null;
  contactEmail: string | null;
}

/** One program. */
export function programPage(site: Site): RequestHandler<{ id: string }> {
  const show = page<ProgramView>(site, "pages/program");
  return (req, res) => {
    const program = findProgram(site.db, req.params.id);
    if (!program) throw new NotFound(req.params.id);
    const near = parseFilter(site.meetings, req.query).free["near"] ?? "";
    const description = inLanguage(program.summary, site.words.language);
    const path = urls.program(program.id);
    const address = withQuery(path, { near });
    const freshness = countMeetings(site.meetings, { program: [program.id] }) > 0 ? "a minute" : "until the data changes";
    show(req, res, { title: program.name, description, path, address, section: "programs", freshness }, () =>
      programView(site, program, near),
    );
  };
}

function programView(site: Site, program: Program, near: string): ProgramView {
  const { words, settings } = site;
  const say = (text: Text) => inLanguage(text, words.language);
  const [first, ...others] = program.contacts.map((contact) => contactView(contact, program.lastCheck, words));
  const closed = program.status === "closed";
  return {
    name: program.name,
    alsoKnownAs: program.alsoKnownAs.length > 0 ? words.program.alsoKnownAs(program.alsoKnownAs.join(words.list.comma)) : null,
    summary: say(program.summary),
    statusNote: closed ? words.program.closedNote : program.status === "unconfirmed" ? words.program.unconfirmedNote : null,
    nextStep: say(program.nextStep),
    step: closed ? null : first!,
    contacts: closed ? [first!, ...others] : others,
    fallbackHeading: closed ? words.program.instead : words.program.ifNobodyAnswers,
    fallbacks: programRows(site, cardsById(site.programs, program.fallback)),
    description: program.description.map(say),
    facts: factsOf(program, words),
    ruralNotes: program.ruralNotes && say(program.ruralNotes),
    doubts: program.doubts.map(say),
    related: programRows(
      site,
      cardsById(
        site.programs,
        program.related.filter((id) => !program.fallback.includes(id)),
      ),
    ),
    evidence: documentRows(cardsById<DocumentCard>(site.documents, program.evidence), words),
    sources: sourceViews(program.sources, words),
    lastCheck: sayLastCheck(program, words),
    added: words.program.added(sayDate(program.added, words)),
    meetings: programMeetings(site, program.id, near),
    correctionUrl: settings.contactEmail && mailUrl(settings.contactEmail, words.program.wrongSubject(program.name)),
    contactEmail: settings.contactEmail,
  };
}

function factsOf(program: Program, words: Words): ProgramView["facts"] {
  const labels = words.program;
  const card = programCard(program);
  const values = (facet: string) => valueLabels(facet, card.facets[facet]!, words).join(words.list.comma);
  const say = (text: Text | null) => (text ? inLanguage(text, words.language) : "");
  const facts: [string, string][] = [
    [labels.whoFor, say(program.whoFor)],
    [labels.helpsWith, values("help")],
    [labels.howToJoin, values("format")],
    [labels.howOften, say(program.howOften) || values("frequency")],
    [labels.where, sayStates(card, words)],
    [labels.cost, say(program.cost)],
    [labels.languages, values("language")],
    [labels.kind, values("category")],
    [labels.runBy, program.operator ?? ""],
  ];
  return facts.filter(([, detail]) => detail !== "").map(([term, detail]) => ({ term, detail }));
}

function sayLastCheck({ lastCheck }: Program, words: Words): string {
  if (!lastCheck) return words.program.neverChecked;
  return words.program.checkedBy(sayDate(lastCheck.date, words), words.card.how[lastCheck.how]!, lastCheck.role);
}
