import { type Answers, answersAt } from "./answers.ts";
import { isLine, isOld, mayBeGone } from "./may-be-gone.ts";
import type { Contact, Program } from "./program.ts";

/** What a page says about a contact at the time that the page is made. */
export interface Lamp {
  answers: Answers;
  /** Whether somebody answers this call or text now, on a number that is not in doubt. Nothing else is amber. */
  lit: boolean;
}

/**
 * Decides whether a lamp is lit; nothing else does. A number that may be gone, or hours that are as old, say nothing about the present.
 * `callerZone` is the zone of the requested state, or null.
 */
export function lampOf(contact: Contact, status: Program["status"], now: number, callerZone: string | null): Lamp {
  const { kind, hours } = contact;
  const inDoubt = !isLine(kind) || mayBeGone(contact, status) || isOld(hours?.asOf ?? null);
  const answers: Answers = inDoubt ? { state: "unknown", until: null } : answersAt(hours, now, callerZone);
  return { answers, lit: answers.state === "open" && (kind === "call" || kind === "text") };
}
