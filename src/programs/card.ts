import { tagIds, type Vocabulary } from "../listing/vocabulary.ts";
import type { Contact, Program } from "./program.ts";

/** What a row of results shows of a program: stored ready-made, so that a page of twenty reads little. */
export interface ProgramCard {
  id: string;
  name: string;
  summary: Program["summary"];
  status: Program["status"];
  scope: Program["scope"];
  facets: Record<string, string[]>;
  states: Program["states"];
  place: string | null;
  howOften: Program["howOften"];
  cost: Program["cost"];
  /** The next step; where that is a number, a link as well. */
  contacts: Contact[];
  /** The first contact for each language beside English. */
  byLanguage: Record<string, Contact>;
  fallback: string[];
  lastCheck: Program["lastCheck"];
  added: string;
}

/** The row of results for a program. */
export function programCard(vocabulary: Vocabulary, program: Program): ProgramCard {
  const { id, name, summary, status, scope, states, place, howOften, cost, fallback, lastCheck, added } = program;
  const facets = tagIds(vocabulary, program.facets);
  return {
    id,
    name,
    summary,
    status,
    scope,
    facets,
    states,
    place,
    howOften,
    cost,
    contacts: firstSteps(program.contacts),
    byLanguage: firstByLanguage(program.contacts),
    fallback,
    lastCheck,
    added,
  };
}

/** The next step for somebody who wants another language than English, where one is known for it, and the link; else the usual ones. */
export function contactsIn({ contacts, byLanguage }: ProgramCard, language: string | null): Contact[] {
  const spoken = language === null ? undefined : byLanguage[language];
  if (spoken === undefined) return contacts;
  const others = contacts.filter(({ kind, value }) => kind !== spoken.kind || value !== spoken.value);
  return [spoken, ...others.slice(-1)];
}

/** The same programs, those that have closed after the others. */
export function openFirst(cards: readonly ProgramCard[]): ProgramCard[] {
  return cards.toSorted((a, b) => Number(a.status === "closed") - Number(b.status === "closed"));
}

/**
 * The first contact of the program's own that is more than an address, else the first; with a number also a link, its own before somebody
 * else's page about it. A second number is on the program's page, with its own date.
 */
function firstSteps(contacts: readonly Contact[]): Contact[] {
  const first = contacts.find(({ kind }) => kind !== "address" && kind !== "about") ?? contacts[0]!;
  const link =
    isLink(first) || first.kind === "about" ? undefined : (contacts.find(isLink) ?? contacts.find(({ kind }) => kind === "about"));
  return link ? [first, link] : [first];
}

function firstByLanguage(contacts: readonly Contact[]): Record<string, Contact> {
  const spoken = contacts.flatMap((contact) => contact.languages.map((language) => [language, contact] as const));
  return Object.fromEntries(spoken.filter(([language]) => language !== "en").reverse());
}

const isLink = ({ kind }: Contact) => kind === "site" || kind === "finder" || kind === "chat";
