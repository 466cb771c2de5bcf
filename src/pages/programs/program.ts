import type { RequestHandler } from "express";
import { tagIds } from "../../listing/vocabulary.ts";
import { countMeetings } from "../../meetings/search.ts";
import { lapse } from "../../programs/at.ts";
import { openFirst } from "../../programs/card.ts";
import { findProgram } from "../../programs/find.ts";
import { isLine } from "../../programs/may-be-gone.ts";
import type { Program } from "../../programs/program.ts";
import { cardsById } from "../../search/cards.ts";
import { parseFilter } from "../../search/filter.ts";
import type { Edition } from "../../site/edition.ts";
import type { Context, Site } from "../../site/site.ts";
import { withQuery } from "../../site/urls.ts";
import { sayDate } from "../../words/dates.ts";
import { inLanguage, type Text } from "../../words/languages.ts";
import { programElsewhere } from "../elsewhere.ts";
import { type Fact, knownFacts } from "../facts.ts";
import { type Head, page } from "../frame.ts";
import { sayLastCheck } from "../last-check.ts";
import { type DocumentRow, documentRows } from "../library/row.ts";
import { type SourceView, sourceViews } from "../library/sources.ts";
import { linkNotes } from "../link-notes.ts";
import { type ContactView, contactView, sayProvenance, valueLabels } from "./contacts.ts";
import { lastSeen } from "./exception.ts";
import { type ProgramMeetings, programMeetings } from "./meetings.ts";
import { fallbackOf, type ProgramRow, programRows, sayStates } from "./row.ts";

/** A contact on the page of its program, with its source and a note if its link does not work. */
export interface ContactOnPage extends ContactView {
  trouble: string | null;
  /** Whether and when it was last known to be true. */
  provenance: string;
}

interface ProgramView {
  name: string;
  alsoKnownAs: string | null;
  summary: string;
  statusNote: string | null;
  nextStep: string;
  step: ContactOnPage | null;
  /** Whom to call if the step does not answer. */
  fallback: ContactView | null;
  contacts: ContactOnPage[];
  fallbackHeading: string;
  fallbacks: ProgramRow[];
  description: string[];
  /** Who, how, where and what it costs, as terms with details. */
  facts: Fact[];
  ruralNotes: string | null;
  doubts: string[];
  related: { name: string; href: string; summary: string }[];
  evidence: DocumentRow[];
  sources: SourceView[];
  lastCheck: string;
  added: string;
  meetings: ProgramMeetings | null;
  reportUrl: string;
}

/** Serves one program; with `near`, its meetings nearest to that place. */
export function programPage(site: Site, edition: Edition): RequestHandler<{ id: string }> {
  return page<ProgramView, { id: string }>(site, edition, "programs/program", (context, req) => {
    const found = findProgram(context.db, req.params.id);
    if (!found) throw programElsewhere(context, req);
    const program = lapse(found, context.deskRules.checks, context.now);
    const near = parseFilter(context.meetings, req.query).parameters["near"] ?? "";
    return { head: programHead(context, program, near), show: () => programView(context, program, near) };
  });
}

function programHead({ meetings, words, urls }: Context, { id, name, summary }: Program, near: string): Head {
  const path = urls.program(id);
  const meets = countMeetings(meetings, { program: [id] }).groups > 0;
  return {
    title: name,
    description: inLanguage(summary, words.language),
    path,
    address: withQuery(path, { near }),
    // With a place, the address contains what somebody typed.
    indexed: near === "",
    section: "programs",
    freshness: meets ? "a minute" : "until the data changes",
  };
}

/** Returns the heading of the fallbacks; "if nobody answers" only for a program with a line to call. */
function fallbackHeading({ words }: Context, { status, contacts }: Program): string {
  if (status === "closed") return words.program.instead;
  return contacts.some(({ kind }) => isLine(kind)) ? words.program.ifNobodyAnswers : words.program.toTalkNow;
}

/** Builds the view of a program's page; the desk also shows a draft with it before it is saved. */
export function programView(context: Context, program: Program, near: string): ProgramView {
  const { words, urls, programs, documents } = context;
  const say = (text: Text) => inLanguage(text, words.language);
  const contacts = contactsOnPage(context, program);
  const closed = program.status === "closed";
  const related = program.related.filter((id) => !program.fallback.includes(id));
  return {
    name: program.name,
    alsoKnownAs: program.alsoKnownAs.length > 0 ? words.program.alsoKnownAs(words.list.comma(program.alsoKnownAs)) : null,
    summary: say(program.summary),
    statusNote: sayStatus(context, program),
    nextStep: say(program.nextStep),
    step: closed ? null : (contacts[0] ?? null),
    fallback: fallbackOf(context, program, null),
    contacts: closed ? contacts : contacts.slice(1),
    fallbackHeading: fallbackHeading(context, program),
    fallbacks: programRows(context, cardsById(programs, program.fallback)),
    description: program.description.map(say),
    facts: factsOf(context, program),
    ruralNotes: program.ruralNotes && say(program.ruralNotes),
    doubts: program.doubts.map(say),
    related: openFirst(cardsById(programs, related)).map(({ id, name, summary }) => ({
      name,
      href: urls.program(id),
      summary: say(summary),
    })),
    evidence: documentRows(context, cardsById(documents, program.evidence)),
    sources: sourceViews(context, program.sources),
    lastCheck: sayLastCheck(context, program) ?? words.program.neverChecked,
    added: words.program.added(sayDate(program.added, words)),
    meetings: programMeetings(context, program.id, near),
    reportUrl: urls.reportAbout(`programs/${program.id}`),
  };
}

/** Returns why to doubt a program; null if nothing does. A check that has lapsed is newer than what the source of a number says. */
function sayStatus({ words }: Context, { status, lastCheck, contacts: [first] }: Program): string | null {
  if (status === "active") return null;
  if (status === "closed") return words.program.closedNote;
  const isNumber = first && isLine(first.kind) && first.kind !== "chat";
  const seen = isNumber && !lastCheck ? lastSeen(first, status) : null;
  return seen === null ? words.program.unconfirmedNote : words.program.oldNumber(sayDate(seen, words));
}

/** Returns the ways to reach a program, each with a note if its link does not work. */
export function contactsOnPage(context: Context, program: Program): ContactOnPage[] {
  const notes = linkNotes(
    context,
    program.contacts.map(({ value }) => value),
  );
  return program.contacts.map((contact) => ({
    ...contactView(context, contact, program),
    trouble: notes.get(contact.value) ?? null,
    provenance: sayProvenance(context, contact, program),
  }));
}

function factsOf(context: Context, program: Program): Fact[] {
  const { words, vocabulary } = context;
  const labels = words.program;
  const tags = tagIds(vocabulary, program.facets);
  const labelsOf = (facet: string) => valueLabels(context, facet, tags[facet] ?? []);
  const values = (facet: string) => labels.values(labelsOf(facet));
  const say = (text: Text | null) => text && inLanguage(text, words.language);
  const states = { place: program.place, states: program.states };
  return knownFacts([
    [labels.whoFor, say(program.whoFor)],
    [labels.helpsWith, values("help")],
    [labels.howToJoin, values("format")],
    [labels.howOften, say(program.howOften) ?? values("frequency")],
    [labels.where, sayStates(context, states)],
    [labels.cost, say(program.cost)],
    [labels.languages, words.list.comma(labelsOf("language"))],
    [labels.kind, values("category")],
    [labels.runBy, program.operator],
  ]);
}
