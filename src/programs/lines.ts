import { cardsAt } from "../search/cards.ts";
import { eitherBits } from "../search/facets/bits.ts";
import { taggedWith } from "../search/facets/counts.ts";
import type { ProgramCard } from "./card.ts";
import { easiestFirst } from "./ease.ts";
import type { OpenPrograms } from "./open.ts";

/** Every program that one calls or texts to reach somebody at once, easiest to reach first. */
export function helpLineCards(programs: OpenPrograms): ProgramCard[] {
  const reached = (format: string) => taggedWith(programs.facetIndex, "format", format);
  return cardsAt(programs, easiestFirst(programs, eitherBits(reached("phone"), reached("chat-text")))).filter(isHelpLine);
}

/** Whether one calls or texts a program to reach somebody at once: its first step is a number, and it is reached that way. */
export function isHelpLine({ status, contacts: [first], facets: { format = [] } }: ProgramCard): boolean {
  const isNumber = first?.kind === "call" || first?.kind === "text";
  return status !== "closed" && isNumber && (format.includes("phone") || format.includes("chat-text"));
}

/** Whether a line is there to talk, and not only to say where else to ask. */
export function isForTalking({ facets: { format = [] } }: ProgramCard): boolean {
  return format.includes("one-to-one");
}
