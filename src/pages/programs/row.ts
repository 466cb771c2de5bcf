import type { ProgramCard } from "../../programs/card.ts";
import { cardsById } from "../../search/cards.ts";
import type { Context } from "../../site/site.ts";
import { inLanguage } from "../../words/languages.ts";
import { type ContactView, contactView, joinIcons, valueLabels } from "./contacts.ts";

/** A program as a row of results: readable aloud in this order. */
export interface ProgramRow {
  name: string;
  href: string;
  summary: string;
  /** "Closed." or "Unconfirmed."; null for the many that are neither. */
  mark: string | null;
  join: { icon: string; label: string }[];
  /** How often and where, in one line. */
  facts: string;
  step: ContactView | null;
  second: ContactView | null;
  fallback: ContactView | null;
  provenance: string;
}

/** Programs as rows. Those that may not answer come with whom to call instead. */
export function programRows(context: Context, cards: readonly ProgramCard[]): ProgramRow[] {
  const unconfirmed = cards.filter(({ status }) => status === "unconfirmed");
  const ids = unconfirmed.flatMap(({ fallback }) => fallback.slice(0, 1));
  const fallbacks = new Map(cardsById(context.programs, ids).map((card) => [card.id, card]));
  return cards.map((card) => programRow(context, card, (card.status === "unconfirmed" && fallbacks.get(card.fallback[0] ?? "")) || null));
}

function programRow(context: Context, card: ProgramCard, fallback: ProgramCard | null): ProgramRow {
  const { words, urls } = context;
  const [first, second] = card.contacts.map((contact) => contactView(context, contact, card.lastCheck));
  const closed = card.status === "closed";
  const frequency = valueLabels(context, "frequency", mostOften(card.facets["frequency"] ?? []));
  return {
    name: card.name,
    href: urls.program(card.id),
    summary: inLanguage(card.summary, words.language),
    mark: closed ? words.card.closed : card.status === "unconfirmed" ? words.card.unconfirmed : null,
    join: joinViews(context, card.facets["format"] ?? []),
    facts: [...frequency, sayStates(context, card)].join(" · "),
    step: closed ? null : (first ?? null),
    second: closed ? null : (second ?? null),
    fallback: fallback?.contacts[0] ? contactView(context, fallback.contacts[0], fallback.lastCheck) : null,
    provenance: first?.provenance ?? "",
  };
}

/** The ways to join, each with its icon. */
export function joinViews(context: Context, formats: readonly string[]): ProgramRow["join"] {
  const labels = valueLabels(context, "format", formats);
  return formats.map((format, at) => ({ icon: joinIcons[format] ?? "user", label: labels[at]! }));
}

/** What is there at any time needs no other word for how often. */
function mostOften(frequency: readonly string[]): readonly string[] {
  return frequency.includes("any-time") ? ["any-time"] : frequency;
}

/** Where it serves: "Nationwide", "Montana", "Greenfield, Massachusetts". */
export function sayStates(context: Context, { states, place }: Pick<ProgramCard, "states" | "place">): string {
  const { card, list } = context.words;
  if (states === "nationwide") return card.nationwide;
  const names = states.length > 4 ? card.states(states.length) : list.comma(valueLabels(context, "state", states));
  return place && states.length === 1 && !place.includes(names) ? list.comma([place, names]) : (place ?? names);
}
