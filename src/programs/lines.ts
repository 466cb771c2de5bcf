import { cardsAt } from "../search/cards.ts";
import { eitherBits } from "../search/facets/bits.ts";
import { taggedWith } from "../search/facets/counts.ts";
import type { ProgramCard } from "./card.ts";
import { easiestFirst } from "./ease.ts";
import type { OpenPrograms } from "./open.ts";

/** Returns the programs that people call or text to reach somebody at once, easiest to reach first. */
export function helpLineCards(programs: OpenPrograms): ProgramCard[] {
  const reached = (format: string) => taggedWith(programs.facetIndex, "format", format);
  return cardsAt(programs, easiestFirst(programs, eitherBits(reached("phone"), reached("chat-text")))).filter(isHelpLine);
}

/** Whether people call or text a program to reach somebody at once: its first step is a number, and phone or text is one of its formats. */
export function isHelpLine({ status, contacts: [first], facets: { format = [] } }: ProgramCard): boolean {
  const isNumber = first?.kind === "call" || first?.kind === "text";
  return status !== "closed" && isNumber && (format.includes("phone") || format.includes("chat-text"));
}

/** Whether a line is for talking, not only for referrals. */
export function isForTalking({ facets: { format = [] } }: ProgramCard): boolean {
  return format.includes("one-to-one");
}
