import { type Answers, answersAt } from "./answers.ts";
import { isLine, isOld, mayBeGone } from "./may-be-gone.ts";
import type { Contact, Program } from "./program.ts";

/** What a page says of a contact at the moment it is made. */
export interface Lamp {
  answers: Answers;
  /** Whether it is lit: somebody answers this call or text now, on a number that is not in doubt. Nothing else is amber. */
  lit: boolean;
}

/**
 * The one place that decides whether a lamp is lit. A number that may be gone, and hours that are as old, say nothing of now. `callerZone`
 * is the zone of the state asked for, or null.
 */
export function lampOf(contact: Contact, status: Program["status"], now: number, callerZone: string | null): Lamp {
  const { kind, hours } = contact;
  const inDoubt = !isLine(kind) || mayBeGone(contact, status) || isOld(hours?.asOf ?? null);
  const answers: Answers = inDoubt ? { state: "unknown", until: null } : answersAt(hours, now, callerZone);
  return { answers, lit: answers.state === "open" && (kind === "call" || kind === "text") };
}
