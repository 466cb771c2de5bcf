import { isValidPhoneNumber } from "libphonenumber-js/max";
import type { RuleName } from "../../listing/waivers.ts";
import { isDialed, isOwnPage } from "../../programs/contact-kinds.ts";
import { type CatalogRule, english, type Listing, listingsOf, type Problem, proseOf } from "./listed-catalog.ts";
import { reachRules } from "./reach-rules.ts";
import { likeness, readingGrade, runsOf, sentencesOf, wordsIn } from "./text-measures.ts";

const maxWords = 25;
const maxGrade = 9;
/** Listings that share more of their three-word runs than this count as the same text. */
const maxLikeness = 0.4;

/** The rules that valid files can still break. Each examines the listings in `judged`, in the context of `all`. */
export const rules: Readonly<Record<RuleName, CatalogRule>> = {
  ...reachRules,

  "unsupported-value": (catalog) =>
    listingsOf(catalog).flatMap(({ id, facets }) =>
      Object.entries(facets).flatMap(([facet, values]) =>
        Object.entries(values)
          .filter(([, fact]) => wordsIn(fact).length < 2)
          .map(([value, fact]): Problem => [id, `${facet}=${value} rests on "${fact}", which is not a fact`]),
      ),
    ),

  "missing-source": ({ programs }) =>
    programs.flatMap(({ id, contacts, sources }) =>
      contacts
        .filter(({ source }) => !sources.some(({ url }) => url === source))
        .map(({ value, source }): Problem => [id, `${value} was read at ${source}, which is not among the sources`]),
    ),

  "undated-number": ({ programs }) =>
    programs.flatMap(({ id, contacts }) =>
      contacts
        .filter((contact) => isDialed(contact) && contact.asOf === null)
        .map(({ value }): Problem => [id, `${value} has no asOf date`]),
    ),

  "long-sentence": (catalog) =>
    listingsOf(catalog).flatMap((listing) =>
      proseOf(listing)
        .flatMap(sentencesOf)
        .filter((sentence) => wordsIn(sentence).length > maxWords)
        .map((sentence): Problem => [listing.id, `${wordsIn(sentence).length} words: ${sentence}`]),
    ),

  "reading-grade": (catalog) =>
    listingsOf(catalog)
      .map((listing) => ({ id: listing.id, grade: readingGrade(proseOf(listing)) }))
      .filter(({ grade }) => grade > maxGrade)
      .map(({ id, grade }) => [id, `reads at school grade ${grade.toFixed(1)}; ${maxGrade} is the maximum`]),

  "duplicate-contact": (_judged, { programs }) => {
    const owners = new Map<string, string>();
    return programs.flatMap(({ id, contacts }) =>
      contacts.flatMap((contact): Problem[] => {
        const key = isDialed(contact) ? `${contact.kind} ${contact.value}` : `${id} ${contact.kind} ${contact.value}`;
        const owner = owners.get(key);
        owners.set(key, owner ?? id);
        return owner === undefined ? [] : [[id, `${contact.kind} ${contact.value} is already in ${owner}`]];
      }),
    );
  },

  "bad-form": (catalog) => [
    ...catalog.programs.flatMap(({ id, contacts }) =>
      contacts
        .filter(({ value }) => value.startsWith("+") && !isValidPhoneNumber(value))
        .map(({ value }): Problem => [id, `${value} is not a number that can exist`]),
    ),
    ...listingsOf(catalog).flatMap((listing) =>
      addressesOf(listing)
        .filter((url) => !isPlainAddress(url))
        .map((url): Problem => [listing.id, `${url} has a tracker, a password or blanks in it; give the plain address`]),
    ),
  ],

  "about-before-own": ({ programs }) =>
    programs.flatMap(({ id, contacts }) => {
      const first = contacts.findIndex(({ kind }) => kind === "about");
      const later = first < 0 ? [] : contacts.slice(first).filter(({ kind }) => kind !== "about");
      return later.map(({ value }): Problem => [id, `${value} comes after somebody else's page about it`]);
    }),

  "site-of-others": ({ programs, hostsOfOthers }) =>
    programs.flatMap(({ id, contacts }) =>
      contacts
        .filter((contact) => isOwnPage(contact) && hostsOfOthers.some((host) => isWithin(contact.value, host)))
        .map(({ value }): Problem => [id, `${value} is on somebody else's host: it is a contact of the kind "about"`]),
    ),

  "unknown-id": ({ programs, documents }, all) => {
    const programIds = new Set(all.programs.map(({ id }) => id));
    const documentIds = new Set(all.documents.map(({ id }) => id));
    const broken = (id: string, others: readonly string[], known: ReadonlySet<string>) =>
      others.filter((other) => other === id || !known.has(other)).map((other): Problem => [id, `points to ${other}`]);
    return [
      ...programs.flatMap(({ id, related, fallback, evidence }) => [
        ...broken(id, [...related, ...fallback], programIds),
        ...broken(id, evidence, documentIds),
      ]),
      ...documents.flatMap(({ id, programs: spoken }) => broken(id, spoken, programIds)),
    ];
  },

  "one-way-relation": (_judged, { programs, documents }) => {
    const related = new Map(programs.map(({ id, related }) => [id, related]));
    const evidence = new Map(programs.map(({ id, evidence }) => [id, evidence]));
    const spoken = new Map(documents.map(({ id, programs }) => [id, programs]));
    const oneWay = (field: string, there: ReadonlyMap<string, readonly string[]>, back: ReadonlyMap<string, readonly string[]>) =>
      [...there].flatMap(([id, others]) =>
        others
          .filter((other) => back.has(other) && !back.get(other)!.includes(id))
          .map((other): Problem => [id, `${field} names ${other}, which does not name it back`]),
      );
    return [...oneWay("related", related, related), ...oneWay("evidence", evidence, spoken), ...oneWay("programs", spoken, evidence)];
  },

  "near-identical": (judged, all) => {
    const ids = new Set(listingsOf(judged).map(({ id }) => id));
    const texts = listingsOf(all).map(({ id, summary, description }) => ({
      id,
      runs: runsOf([summary, ...description].map(english).join(" ")),
    }));
    return texts.flatMap(({ id, runs }, at) =>
      (ids.has(id) ? texts.slice(0, at) : [])
        .map((other) => ({ other: other.id, alike: likeness(runs, other.runs) }))
        .filter(({ alike }) => alike > maxLikeness)
        .map(({ other, alike }): Problem => [id, `is ${Math.round(alike * 100)}% the same as ${other}`]),
    );
  },
};

function addressesOf(listing: Listing): string[] {
  const own =
    "contacts" in listing
      ? listing.contacts.map(({ value }) => value).filter((value) => /^https?:/.test(value))
      : listing.links.map(({ url }) => url);
  return [...listing.sources.map(({ url }) => url), ...own];
}

function isWithin(address: string, host: string): boolean {
  return `.${new URL(address).hostname}`.endsWith(`.${host}`);
}

function isPlainAddress(address: string): boolean {
  const { hostname, username, searchParams } = new URL(address);
  const tracked = [...searchParams.keys()].some((key) => /^(utm_|gclid|fbclid)/.test(key)) || /safelinks/.test(hostname);
  return hostname.includes(".") && username === "" && !tracked && !/\s/.test(address);
}
