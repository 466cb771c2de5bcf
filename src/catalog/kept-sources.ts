import { createHash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import type { ListingFields } from "../changes/rewind.ts";
import { pairItems } from "../listing/compare/pair-items.ts";
import { fieldsIn, itemsIn } from "../listing/form/values.ts";

/** A fact that an edit has changed while it still names the source, and the date of that, of what was there before. */
export interface KeptSource {
  /** The field to look at again, as a form names it: `contacts.2.source`. */
  field: string;
  /** The list that it is in, and the item; a fact of the whole listing has no item. */
  list: string;
  item: unknown;
  /** Names this very change: an answer to it is none to another. */
  id: string;
}

/** What an item says, null where it says nothing, and where that was printed. */
interface Fact {
  says: unknown;
  source: unknown;
}

type FactOf = (item: unknown) => Fact;

/** The lists whose items have a source of their own, the field that names it, and the facts that it prints. */
const sourcedLists: readonly { list: string; field: string; facts: readonly FactOf[] }[] = [
  { list: "contacts", field: "source", facts: [numberOf, hoursOf] },
  { list: "sources", field: "date", facts: [pageOf] },
];

/** Facts that the sources of the whole listing print. */
const ownFacts = ["place", "citation"];

function numberOf(contact: unknown): Fact {
  const { value, vanity = null, source, asOf } = fieldsIn(contact);
  return { says: [value, vanity], source: [source, asOf] };
}

/** A translation of their words says nothing new. */
function hoursOf(contact: unknown): Fact {
  const { hours, source, asOf } = fieldsIn(contact);
  const { asOf: printed = null, words, ...times } = fieldsIn(hours);
  return { says: hours === null ? null : { ...times, words: fieldsIn(words)["en"] }, source: [source, asOf, printed] };
}

/** What a contact says, its words for readers aside: what a person finds right who checks it. */
export function contactSays(contact: unknown): unknown {
  return [fieldsIn(contact)["kind"], numberOf(contact).says, hoursOf(contact).says];
}

/** Which page a date is of. */
function pageOf(source: unknown): Fact {
  const { url, date } = fieldsIn(source);
  return { says: date === null ? null : url, source: date };
}

/**
 * What a listing says beside the source of something else, such as a number with the page and the date of another one. `known` are the
 * states that it was made of: what one of them says of a source is not asked again.
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
