import { tagIds, type Vocabulary } from "../listing/vocabulary.ts";
import { isOwnPage } from "./contact-kinds.ts";
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
  /** The next step; if that is a number, a link as well. */
  contacts: Contact[];
  /** First contact in each language other than English, by its id; under "offline" the first without internet, if it is not the next step. */
  contactFor: Record<string, Contact>;
  fallback: string[];
  lastCheck: Program["lastCheck"];
  added: string;
}

/** Builds the row of results for a program. */
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
    contactFor: otherFirsts(program.contacts),
    fallback,
    lastCheck,
    added,
  };
}

/** Returns the next step in a wanted language or without internet ("offline"), where one is known, and the link; else the usual contacts. */
export function contactsFor({ contacts, contactFor }: ProgramCard, wanted: readonly string[]): Contact[] {
  const special = wanted.flatMap((what) => contactFor[what] ?? []).at(0);
  if (special === undefined) return contacts;
  const others = contacts.filter(({ kind, value }) => kind !== special.kind || value !== special.value);
  return [special, ...others.slice(-1)];
}

/** Sorts closed programs after the others, otherwise in the same order. */
export function openFirst(cards: readonly ProgramCard[]): ProgramCard[] {
  return cards.toSorted((a, b) => Number(a.status === "closed") - Number(b.status === "closed"));
}

/** Returns the program's own first contact other than a street address, else the first contact. */
export function firstStep(contacts: readonly Contact[]): Contact {
  return contacts.find(({ kind }) => kind !== "address" && kind !== "about") ?? contacts[0]!;
}

/**
 * Returns the first step, and for a number also a link, preferring the program's own to somebody else's page about it. A second number is
 * on the program's page, with its own date.
 */
function firstSteps(contacts: readonly Contact[]): Contact[] {
  const first = firstStep(contacts);
  const link =
    isOwnPage(first) || first.kind === "about" ? undefined : (contacts.find(isOwnPage) ?? contacts.find(({ kind }) => kind === "about"));
  return link ? [first, link] : [first];
}

function otherFirsts(contacts: readonly Contact[]): Record<string, Contact> {
  const byLanguage = contacts.flatMap((contact) => contact.languages.map((language) => [language, contact] as const));
  const spoken = Object.fromEntries(byLanguage.filter(([language]) => language !== "en").reverse());
  const offline = contacts.find(needsNoInternet);
  return offline === undefined || offline === firstSteps(contacts)[0] ? spoken : { ...spoken, offline };
}

const needsNoInternet = ({ kind }: Contact) => kind === "call" || kind === "text" || kind === "address";
