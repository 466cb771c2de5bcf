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
    fallback,
    lastCheck,
    added,
  };
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

const isLink = ({ kind }: Contact) => kind === "site" || kind === "finder" || kind === "chat";
