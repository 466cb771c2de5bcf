import type { ProgramCard } from "../../programs/card.ts";
import type { Answer } from "../../search/answer.ts";
import { cardsById } from "../../search/cards.ts";
import type { Context } from "../../site/site.ts";
import { programRows } from "../programs/row.ts";

/** A line to call at once, shown above the results of every list where the words of a search speak of danger. */
export interface CrisisLine {
  /** "Call 988". */
  label: string;
  href: string;
  name: string;
  /** Its page on this site. */
  page: string;
}

/** The crisis lines that the words of a search call for, in the order of the words; none where they speak of no danger. */
export function crisisCards({ programs }: Context, { understood }: Pick<Answer<unknown>, "understood">): ProgramCard[] {
  return cardsById(programs, understood?.crisis ?? []);
}

/** The same, ready to show. */
export function crisisLines(context: Context, answer: Pick<Answer<unknown>, "understood">): CrisisLine[] {
  return programRows(context, crisisCards(context, answer)).flatMap(({ name, href: page, step }) =>
    step?.href ? [{ label: step.label, href: step.href, name, page }] : [],
  );
}
