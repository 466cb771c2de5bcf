import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import type { ListingFields } from "../changes/rewind.ts";
import { pairItems } from "../listing/compare/pair-items.ts";
import { fieldsIn, itemsIn } from "../listing/form/values.ts";

/** A fact that an edit changed while its source, and the date of that, stayed the same. */
export interface KeptSource {
  /** The field to review, as a form names it: `contacts.2.source`. */
  field: string;
  /** The list that contains the fact, and its item. For a fact of the whole listing: its field, and null. */
  list: string;
  item: unknown;
  /** Identifies this change, so that an answer to it does not apply to another. */
  id: string;
}

/** The content of a fact, null if there is none, and the source that it was read from. */
interface Fact {
  says: unknown;
  source: unknown;
}

type FactOf = (item: unknown) => Fact;

/** Lists whose items have their own source, the field that names it, and the facts that it supports. */
const sourcedLists: readonly { list: string; field: string; facts: readonly FactOf[] }[] = [
  { list: "contacts", field: "source", facts: [numberOf, hoursOf] },
  { list: "sources", field: "date", facts: [pageOf] },
];

/** Facts that the sources of the whole listing support. */
const ownFacts = ["place", "citation"];

function numberOf(contact: unknown): Fact {
  const { value, vanity = null, source, asOf } = fieldsIn(contact);
  return { says: [value, vanity], source: [source, asOf] };
}

/** Of the words, only the English count: a translation adds no new fact. */
function hoursOf(contact: unknown): Fact {
  const { hours, source, asOf } = fieldsIn(contact);
  const { asOf: printed = null, words, ...times } = fieldsIn(hours);
  return { says: hours === null ? null : { ...times, words: fieldsIn(words)["en"] }, source: [source, asOf, printed] };
}

/** Returns what a check of a contact confirms: its kind, its number and its hours. */
export function contactSays(contact: unknown): unknown {
  return [fieldsIn(contact)["kind"], numberOf(contact).says, hoursOf(contact).says];
}

/** The fact is the page, and its source is the date given for it. */
function pageOf(source: unknown): Fact {
  const { url, date } = fieldsIn(source);
  return { says: date === null ? null : url, source: date };
}

/**
 * Finds facts that still have the source of an earlier fact, such as a new number with the page and the date of the old one. `known` are the
 * states that the listing was made from; a fact that one of them already has with that source is not reported.
 */
export function keptSources(known: readonly ListingFields[], listing: ListingFields): KeptSource[] {
  const ofItems = sourcedLists.flatMap(({ list, field, facts }) =>
    itemsIn(listing[list]).flatMap((item, at) => {
      const kept = facts.filter((factOf) => isKept(known, listing, list, at, factOf)).map((factOf) => factOf(item));
      return kept.length === 0 ? [] : [{ field: `${list}.${at}.${field}`, list, item, id: idOf([list, kept]) }];
    }),
  );
  const { sources } = listing;
  const ofListing = ownFacts
    .filter(
      (field) => listing[field] != null && known.length > 0 && !known.some((other) => isDeepStrictEqual(other[field], listing[field])),
    )
    .filter(() => known.some((other) => isDeepStrictEqual(other["sources"], sources)))
    .map((field) => ({ field, list: field, item: null, id: idOf([field, listing[field], sources]) }));
  return [...ofItems, ...ofListing];
}

function isKept(known: readonly ListingFields[], listing: ListingFields, list: string, at: number, factOf: FactOf): boolean {
  const items = itemsIn(listing[list]);
  const now = factOf(items[at]);
  const isSaidIn = (other: ListingFields) => itemsIn(other[list]).some((item) => isDeepStrictEqual(factOf(item), now));
  const isTakenFrom = (other: ListingFields) => {
    const before = itemsIn(other[list]);
    const was = pairItems(before, items)[at]?.was ?? null;
    return was !== null && isDeepStrictEqual(factOf(before[was]).source, now.source);
  };
  return now.says !== null && !known.some(isSaidIn) && known.some(isTakenFrom);
}

function idOf(change: unknown): string {
  return createHash("sha256").update(JSON.stringify(change)).digest("base64url").slice(0, 16);
}
