import type { ProgramCard } from "../../programs/card.ts";
import type { Context } from "../../site/site.ts";
import { contactLamp } from "./lamp-view.ts";

/** Returns the same programs, with those that answer now before the others. `callerZone` is the time zone of the state asked for, or null. */
export function litFirst(context: Context, cards: readonly ProgramCard[], callerZone: string | null): ProgramCard[] {
  return first(cards, (card) => isLit(context, card, callerZone));
}

/**
 * Returns the same programs for somebody who asks for a person to talk to: if the best match does not answer now, those for anybody that do
 * come before it. A state's line counts only with `isOwn`: that the state was asked for.
 */
export function answeringFirst(context: Context, cards: readonly ProgramCard[], callerZone: string | null, isOwn: boolean): ProgramCard[] {
  const answers = (card: ProgramCard) => (isOwn || card.states === "nationwide") && isLit(context, card, callerZone);
  const [best] = cards;
  if (best === undefined || answers(best)) return [...cards];
  return first(cards, (card) => card.scope.who === "anybody" && answers(card));
}

function isLit(context: Context, { contacts: [contact], status }: ProgramCard, callerZone: string | null): boolean {
  return contact !== undefined && contactLamp(context, contact, status, callerZone).lit;
}

function first(cards: readonly ProgramCard[], isFirst: (card: ProgramCard) => boolean): ProgramCard[] {
  const chosen = new Set(cards.filter(isFirst));
  return [...chosen, ...cards.filter((card) => !chosen.has(card))];
}
