import type { ProgramCard } from "../../programs/card.ts";
import type { Context } from "../../site/site.ts";
import { contactLamp } from "./lamp-view.ts";

/** The same programs, those that answer now before the others. `callerZone` is the zone of the state asked for, or null. */
export function litFirst(context: Context, cards: readonly ProgramCard[], callerZone: string | null): ProgramCard[] {
  const lit = new Set(cards.filter(({ contacts: [first], status }) => first && contactLamp(context, first, status, callerZone).lit));
  return [...lit, ...cards.filter((card) => !lit.has(card))];
}
