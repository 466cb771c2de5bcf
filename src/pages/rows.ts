import { cardsById } from "../collection/cards.ts";
import type { DocumentCard } from "../library/card.ts";
import { inLanguage } from "../listing/text.ts";
import type { ProgramCard } from "../programs/card.ts";
import type { Words } from "../words/en.ts";
import { type ContactView, contactView, joinIcons, valueLabels } from "./contacts.ts";
import type { Site } from "./site.ts";
import { urls } from "./urls.ts";

/** A program as a row of results: readable aloud in this order. */
export interface ProgramRow {
  name: string;
  href: string;
  summary: string;
  /** "Closed." or "Unconfirmed."; null for the many that are neither. */
  mark: string | null;
  join: { icon: string; label: string }[];
  /** How often, where, cost: said in one line. */
  facts: string;
  step: ContactView | null;
  second: ContactView | null;
  fallback: ContactView | null;
  provenance: string;
}

/** Programs as rows. Those that may not answer come with whom to call instead. */
export function programRows({ programs, words }: Pick<Site, "programs" | "words">, cards: readonly ProgramCard[]): ProgramRow[] {
  const doubtful = cards.filter(({ status }) => status === "unconfirmed");
  const fallbacks = new Map(
    cardsById<ProgramCard>(
      programs,
      doubtful.flatMap(({ fallback }) => fallback.slice(0, 1)),
    ).map((card) => [card.id, card]),
  );
  return cards.map((card) => programRow(card, card.status === "unconfirmed" ? fallbacks.get(card.fallback[0] ?? "") : undefined, words));
}

function programRow(card: ProgramCard, fallback: ProgramCard | undefined, words: Words): ProgramRow {
  const [first, second] = card.contacts.map((contact) => contactView(contact, card.lastCheck, words));
  const closed = card.status === "closed";
  return {
    name: card.name,
    href: urls.program(card.id),
    summary: inLanguage(card.summary, words.language),
    mark: closed ? words.card.closed : card.status === "unconfirmed" ? words.card.unconfirmed : null,
    join: (card.facets["format"] ?? []).map((format) => ({ icon: joinIcons[format]!, label: valueLabels("format", [format], words)[0]! })),
    facts: [...valueLabels("frequency", oftenest(card.facets["frequency"] ?? []), words), sayStates(card, words)].join(" · "),
    step: closed ? null : (first ?? null),
    second: closed ? null : (second ?? null),
    fallback: fallback?.contacts[0] ? contactView(fallback.contacts[0], fallback.lastCheck, words) : null,
    provenance: first!.provenance,
  };
}

/** What is there at any time needs no other word for how often. */
function oftenest(frequency: string[]): string[] {
  return frequency.includes("any-time") ? ["any-time"] : frequency;
}

/** Where it serves: "Nationwide", "Montana", "Greenfield, Massachusetts". */
export function sayStates({ states, place }: Pick<ProgramCard, "states" | "place">, words: Words): string {
  if (states === "nationwide") return words.card.nationwide;
  const names = states.length > 4 ? words.card.states(states.length) : valueLabels("state", states, words).join(words.list.comma);
  return place && states.length === 1 && !place.includes(names) ? `${place}, ${names}` : (place ?? names);
}

/** A library entry as a row. */
export interface DocumentRow {
  title: string;
  href: string;
  summary: string;
  /** Kind, authors, year. */
  facts: string;
}

/** Library entries as rows. */
export function documentRows(cards: readonly DocumentCard[], words: Words): DocumentRow[] {
  return cards.map((card) => ({
    title: card.title,
    href: urls.document(card.id),
    summary: inLanguage(card.summary, words.language),
    facts: [...valueLabels("kind", card.facets["kind"] ?? [], words), sayAuthors(card), card.year ?? words.library.noYear]
      .filter(Boolean)
      .join(" · "),
  }));
}

function sayAuthors({ authors, publisher }: DocumentCard): string | null {
  if (authors.length === 0) return publisher;
  return authors.length > 2 ? `${authors[0]} et al.` : authors.join(", ");
}
