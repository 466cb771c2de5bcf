import type { Contact, Program } from "./program.ts";

/** What a row of results shows of a program: kept beside the listing, so that a page of twenty stays light. */
export interface ProgramCard {
  id: string;
  name: string;
  summary: Program["summary"];
  status: Program["status"];
  facets: Record<string, string[]>;
  states: Program["states"];
  place: string | null;
  howOften: Program["howOften"];
  cost: Program["cost"];
  /** The next step, and where there is one a second way. */
  contacts: Contact[];
  fallback: string[];
  lastCheck: Program["lastCheck"];
  added: string;
}

/** The row of results for a program. */
export function programCard(program: Program): ProgramCard {
  const { id, name, summary, status, states, place, howOften, cost, fallback, lastCheck, added } = program;
  const facets = Object.fromEntries(Object.entries(program.facets).map(([facet, values]) => [facet, Object.keys(values)]));
  return {
    id,
    name,
    summary,
    status,
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

/** A line's number and its site, a group's finder and its site: the first contact, and the first of another sort. */
function firstSteps(contacts: readonly Contact[]): Contact[] {
  const [first] = contacts;
  const second = contacts.find((contact) => isAddressed(contact) !== isAddressed(first!) && contact.kind !== "address");
  return [first!, ...(second ? [second] : [])];
}

const isAddressed = (contact: Contact) => ["site", "finder", "chat"].includes(contact.kind);
