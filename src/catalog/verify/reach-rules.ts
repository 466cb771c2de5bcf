import type { RuleName } from "../../listing/waivers.ts";
import { isDialed, isOwnPage } from "../../programs/contact-kinds.ts";
import type { Contact, Program } from "../../programs/program.ts";
import { hostOf } from "../../words/addresses.ts";
import { type CatalogRule, english, type Problem, proseOf } from "./listed-catalog.ts";

/** Formats that are open at any hour although nobody answers: the reader writes, or opens an app. */
const openFormats = ["forum-email", "app", "video", "chat-text"];

/** Rules by which readers can reach somebody in the ways that a listing promises, with the contacts that it gives. */
export const reachRules = {
  "phone-without-number": promiseOf(
    (program) => calls(program).length > 0,
    [
      ["format", "phone"],
      ["access", "any-phone"],
    ],
    (value) => `${value} promises a phone, and there is no number to call`,
  ),

  "toll-free-without-number": promiseOf(
    (program) => calls(program).some(({ value }) => isTollFree(value)),
    [["access", "toll-free"]],
    (value) => `${value} has no toll-free number to call`,
  ),

  "any-hour-unsupported": promiseOf(
    isOpenAtAnyHour,
    [
      ["access", "any-hour"],
      ["frequency", "any-time"],
    ],
    (value) => `${value}, but no contact is answered "always" and nothing of it is online`,
  ),

  "unknown-number": ({ programs }, all) => {
    const known = numbersOf(all.programs);
    return programs.flatMap((program) =>
      proseOf(program)
        .flatMap(phoneNumbersIn)
        .filter((number) => !known.has(number))
        .map((number): Problem => [program.id, `names ${number}, which is a contact of no listing`]),
    );
  },

  "dead-end": ({ programs }, all) => {
    const numbers = numbersOf(all.programs);
    const hosts = new Set(all.programs.flatMap(({ contacts }) => contacts.filter(isOwnPage).map(({ value }) => hostOf(value))));
    return programs
      .filter(({ contacts }) => contacts.every(({ kind }) => kind === "about" || kind === "address"))
      .filter(({ nextStep }) => !leadsSomewhere(english(nextStep), numbers, hosts))
      .map(({ id }): Problem => [id, "has nothing to call or open; let its next step name a number of the catalog, such as 211"]);
  },

  "nobody-to-call": ({ programs }, all) => {
    const answering = new Set(all.programs.filter(isReachedByPhone).map(({ id }) => id));
    return programs
      .filter(({ id, fallback }) => ![id, ...fallback].some((some) => answering.has(some)))
      .map(({ id }): Problem => [id, "has no number to call or text, and no fallback that has one"]);
  },

  "scope-label": (_judged, { programs }) => {
    const first = new Map<string, { id: string; written: string }>();
    return programs.flatMap(({ id, scope }): Problem[] => {
      if (scope.who === "anybody") return [];
      const written = `${scope.by} "${english(scope.label)}"`;
      const key = english(scope.label).toLowerCase();
      const other = first.get(key) ?? { id, written };
      first.set(key, other);
      return other.written === written ? [] : [[id, `is for ${written}, while ${other.id} is for ${other.written}: say it alike`]];
    });
  },
} satisfies Partial<Record<RuleName, CatalogRule>>;

type FacetValue = readonly [facet: keyof Program["facets"], value: string];

/** Returns the rule that a program has these facet values only if it keeps what they promise. */
function promiseOf(isKept: (program: Program) => boolean, values: readonly FacetValue[], say: (value: string) => string): CatalogRule {
  return ({ programs }) =>
    programs
      .filter((program) => !isKept(program))
      .flatMap(({ id, facets }) => {
        const promised = values.filter(([facet, value]) => value in facets[facet]);
        return promised.map(([facet, value]): Problem => [id, say(`${facet}=${value}`)]);
      });
}

function calls({ contacts }: Program): Contact[] {
  return contacts.filter(({ kind }) => kind === "call");
}

function isReachedByPhone({ contacts }: Program): boolean {
  return contacts.some(({ kind }) => kind === "call" || kind === "text");
}

/** Whether a number has a toll-free code (47 CFR 52.101, and 833), or is a short code such as 988. */
function isTollFree(value: string): boolean {
  return /^(\+18(00|33|44|55|66|77|88)\d{7}|\d{3})$/.test(value);
}

function isOpenAtAnyHour({ contacts, facets }: Program): boolean {
  const isOnline = openFormats.some((format) => format in facets.format) && contacts.some(isOwnPage);
  return isOnline || contacts.some(({ hours }) => hours?.times === "always");
}

/** Returns all numbers of the listings, as dialed: ten digits, or a short code. */
function numbersOf(programs: readonly Program[]): Set<string> {
  return new Set(programs.flatMap(({ contacts }) => contacts.filter(isDialed).map(({ value }) => value.replace("+1", ""))));
}

/** Returns the ten-digit numbers in a text, as dialed. */
function phoneNumbersIn(text: string): string[] {
  return (text.match(/\d{3}\)?[-. ]\d{3}[-. ]\d{4}/g) ?? []).map((number) => number.replace(/\D/g, ""));
}

function leadsSomewhere(text: string, numbers: ReadonlySet<string>, hosts: ReadonlySet<string>): boolean {
  const named = [...phoneNumbersIn(text), ...(text.match(/\b\d{3}\b/g) ?? [])];
  return named.some((number) => numbers.has(number)) || [...hosts].some((host) => text.includes(host));
}
