import { cardsAt } from "../search/cards.ts";
import { eitherBits } from "../search/facets/bits.ts";
import { taggedWith } from "../search/facets/counts.ts";
import type { ProgramCard } from "./card.ts";
import { checkKindOf } from "./check-kind.ts";
import { easiestFirst } from "./ease.ts";
import type { OpenPrograms } from "./open.ts";

/** Returns the programs that people call or text to reach somebody at once, easiest to reach first. */
export function helpLineCards(programs: OpenPrograms): ProgramCard[] {
  const reached = (format: string) => taggedWith(programs.facetIndex, "format", format);
  return cardsAt(programs, easiestFirst(programs, eitherBits(reached("phone"), reached("chat-text")))).filter(isHelpLine);
}

/** Whether people call or text a program to reach somebody at once. */
export function isHelpLine(card: ProgramCard): boolean {
  return card.status !== "closed" && checkKindOf(card) === "lines";
}

/** Whether a line is for talking, not only for referrals. */
export function isForTalking({ facets: { format = [] } }: ProgramCard): boolean {
  return format.includes("one-to-one");
}
