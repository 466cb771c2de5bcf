import { isDeepStrictEqual } from "node:util";
import type { ListingFields } from "../changes/rewind.ts";
import { fieldsIn, itemsIn } from "../listing/form/values.ts";
import { contactSays } from "./kept-sources.ts";

/**
 * Returns the draft with only those contacts confirmed that one of the states it was made from has confirmed. Only a check confirms, and it
 * applies to the number and the hours of that state, not to what has been typed over them since.
 */
export function withOwnConfirmations(known: readonly ListingFields[], draft: ListingFields): ListingFields {
  if (!Array.isArray(draft["contacts"])) return draft;
  const isConfirmed = (contact: unknown) => fieldsIn(contact)["confirmed"] === true;
  const confirmed = known
    .flatMap(({ contacts }) => itemsIn(contacts))
    .filter(isConfirmed)
    .map(contactSays);
  const isOwn = (contact: unknown) => confirmed.some((says) => isDeepStrictEqual(says, contactSays(contact)));
  const contacts = itemsIn(draft["contacts"]).map((contact) =>
    isConfirmed(contact) && !isOwn(contact) ? { ...fieldsIn(contact), confirmed: false } : contact,
  );
  return { ...draft, contacts };
}
