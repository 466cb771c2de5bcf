import type { ProgramCard } from "../../programs/card.ts";
import { isLine, mayBeGone } from "../../programs/may-be-gone.ts";
import { cardsById } from "../../search/cards.ts";
import type { Context } from "../../site/site.ts";
import { inLanguage } from "../../words/languages.ts";
import { type ContactView, contactView, joinIcons, valueLabels } from "./contacts.ts";
import { contactLamp } from "./lamp-view.ts";

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
  /** Whom to call where the step does not answer. */
  fallback: ContactView | null;
  /** The one trouble, line of work or community that it is for; null where it is for anybody. */
  scope: string | null;
  provenance: string;
}

/** Programs as rows. Those that do not answer come with whom to call instead. `callerZone` is the zone of the state asked for, or null. */
export function programRows(context: Context, cards: readonly ProgramCard[], callerZone: string | null = null): ProgramRow[] {
  return cards.map((card) => programRow(context, card, callerZone));
}

function programRow(context: Context, card: ProgramCard, callerZone: string | null): ProgramRow {
  const { words, urls } = context;
  const [first, second] = card.contacts.map((contact) => contactView(context, contact, card, callerZone));
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
    fallback: fallbackOf(context, card, callerZone),
    scope: card.scope.who === "anybody" ? null : inLanguage(card.scope.label, words.language),
    provenance: first?.provenance ?? "",
  };
}

/** Who answers at any hour, in every state, where a program names nobody else. */
const lastResort = "988-lifeline";

/**
 * Whom to call where the first contact of a program is shut or may be gone: the first of its fallbacks that answers now. Null where there
 * is no need, or nobody.
 */
export function fallbackOf(context: Context, { status, contacts, fallback }: FallbackFacts, callerZone: string | null): ContactView | null {
  const [first] = contacts;
  if (!first || status === "closed") return null;
  const isShut = contactLamp(context, first, status, callerZone).answers.state === "shut";
  if (!isShut && !mayBeGone(first, status)) return null;
  const ids = isLine(first.kind) ? [...fallback, lastResort] : fallback;
  for (const card of cardsById(context.programs, ids)) {
    const [contact] = card.contacts;
    const view = contact && contactView(context, contact, card, callerZone);
    if (view?.lit) return view;
  }
  return null;
}

type FallbackFacts = Pick<ProgramCard, "status" | "contacts" | "fallback">;

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
