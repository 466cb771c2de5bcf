import { troubleAmong } from "../../links/find.ts";
import { contactsFor, type ProgramCard } from "../../programs/card.ts";
import { isLine, mayBeGone } from "../../programs/may-be-gone.ts";
import type { Contact } from "../../programs/program.ts";
import { cardsById } from "../../search/cards.ts";
import type { Context } from "../../site/site.ts";
import { inLanguage } from "../../words/languages.ts";
import { type ContactView, contactView, valueLabels } from "./contacts.ts";
import { type Exception, exceptionOf } from "./exception.ts";
import { contactLamp } from "./lamp-view.ts";

/** A program as a row of results, in an order for reading aloud. */
export interface ProgramRow {
  name: string;
  href: string;
  summary: string;
  /** How to join, how often and where, each in words. */
  facts: string[];
  /** Lit if somebody answers now; hollow at a line that is closed, or may not answer; null if nobody has to answer. */
  lamp: "lit" | "hollow" | null;
  step: ContactView | null;
  /** Label of the step beside an icon that says "call": its number. */
  stepLabel: string;
  /** Whether the step is a call, so that its button has the icon. */
  dials: boolean;
  second: ContactView | null;
  /** How the requested language is spoken there: "Spanish: press 2". Null if none was requested, or nothing is known. */
  spoken: string | null;
  /** Whom to call if the step does not answer. */
  fallback: ContactView | null;
  /** Where to go instead of a closed program. */
  instead: { label: string; href: string }[];
  exception: Exception | null;
}

/** Who asks, as far as the search says. */
export interface Asker {
  /** The time zone of their state; null if not known. */
  callerZone: string | null;
  /** The language they asked for; null if none, or English. */
  language: string | null;
  /** Whether they asked for what needs no internet. */
  offline: boolean;
}

/** Somebody of whom nothing is known. */
export const anybody: Asker = { callerZone: null, language: null, offline: false };

/** Returns programs as rows. Those that do not answer come with whom to call instead, those that have closed with where to go. */
export function programRows(context: Context, cards: readonly ProgramCard[], asker: Asker = anybody): ProgramRow[] {
  const { language, offline } = asker;
  const shown = cards.map((card) => ({ ...card, contacts: contactsFor(card, [language ?? "", offline ? "offline" : ""]) }));
  const steps = shown.flatMap(({ contacts: [first] }) => (first && isLinked(first) ? [first.value] : []));
  const broken = steps.length === 0 ? noneBroken : troubleAmong(context.db, steps);
  return shown.map((card) => programRow(context, card, asker, broken.get(card.contacts[0]!.value)?.since ?? null));
}

const noneBroken: ReturnType<typeof troubleAmong> = new Map();

/** Whether a contact leads to a page. A broken link is worth a note if it is the next step, but not beside a number that is. */
const isLinked = ({ value }: Contact) => /^https?:/.test(value);

/** `brokenSince` is when the link that is the next step stopped working; null if it works, or is not a link. */
function programRow(context: Context, card: ProgramCard, { callerZone, language }: Asker, brokenSince: string | null): ProgramRow {
  const { words, urls } = context;
  const closed = card.status === "closed";
  const [step = null, second = null] = closed ? [] : card.contacts.map((contact) => contactView(context, contact, card, callerZone));
  return {
    name: card.name,
    href: urls.program(card.id),
    summary: inLanguage(card.summary, words.language),
    facts: factsOf(context, card),
    lamp: step && isLine(card.contacts[0]!.kind) ? (step.lit ? "lit" : "hollow") : null,
    step,
    stepLabel: step?.number ?? step?.label ?? "",
    dials: step?.icon === "phone",
    second,
    spoken: language !== null && language in card.contactFor ? sayAll([step?.languages, step?.purpose]) : null,
    fallback: fallbackOf(context, card, callerZone, brokenSince !== null),
    instead: closed ? insteadOf(context, card) : [],
    exception: exceptionOf(context, card, card.contacts[0]!, brokenSince),
  };
}

function sayAll(parts: readonly (string | null | undefined)[]): string | null {
  return parts.filter(Boolean).join(". ") || null;
}

function factsOf(context: Context, card: ProgramCard): string[] {
  const ways = valueLabels(context, "format", card.facets["format"] ?? []);
  const frequency = valueLabels(context, "frequency", mostOften(card.facets["frequency"] ?? []));
  return [context.words.card.ways(ways), ...frequency, sayStates(context, card)].filter((fact) => fact !== "");
}

/** Returns the fallbacks of a closed program, then the line that is there for everybody at any hour. */
function insteadOf({ programs, urls }: Context, { fallback }: ProgramCard): ProgramRow["instead"] {
  const open = cardsById(programs, [...fallback, lastResort]).filter(({ status }) => status !== "closed");
  return open.slice(0, maxInstead).map(({ id, name }) => ({ label: name, href: urls.program(id) }));
}

const maxInstead = 2;

/** The line that answers at any hour, in every state, if a program names no other. */
const lastResort = "988-lifeline";

/**
 * Returns whom to call if the first contact of a program is closed, may be gone, or is a broken link: the first of its fallbacks that answers
 * now. Null if there is no need, or none answers.
 */
export function fallbackOf(
  context: Context,
  { status, contacts, fallback }: FallbackFacts,
  callerZone: string | null,
  isBroken = false,
): ContactView | null {
  const [first] = contacts;
  if (!first || status === "closed") return null;
  const isShut = contactLamp(context, first, status, callerZone).answers.state === "shut";
  if (!isBroken && !isShut && !mayBeGone(first, status)) return null;
  const ids = isLine(first.kind) ? [...fallback, lastResort] : fallback;
  for (const card of cardsById(context.programs, ids)) {
    const [contact] = card.contacts;
    if (contact && contactLamp(context, contact, card.status, callerZone).lit) return contactView(context, contact, card, callerZone);
  }
  return null;
}

type FallbackFacts = Pick<ProgramCard, "status" | "contacts" | "fallback">;

/** What is available at any time needs no other frequency. */
function mostOften(frequency: readonly string[]): readonly string[] {
  return frequency.includes("any-time") ? ["any-time"] : frequency;
}

/** Says where it serves: "Nationwide", "Montana", "Greenfield, Massachusetts". */
export function sayStates(context: Context, { states, place }: Pick<ProgramCard, "states" | "place">): string {
  const { card, list } = context.words;
  if (states === "nationwide") return card.nationwide;
  const names = states.length > 4 ? card.states(states.length) : list.comma(valueLabels(context, "state", states));
  return place && states.length === 1 && !place.includes(names) ? list.comma([place, names]) : (place ?? names);
}
