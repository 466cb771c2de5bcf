import { cardsById } from "../../search/cards.ts";
import type { Found } from "../../search/answer.ts";
import type { ProgramCard } from "../../programs/card.ts";
import { programRows } from "../programs/row.ts";
import type { Site } from "../../site/site.ts";

/** A line to call at once, shown above the results of every list where the words of a search speak of danger. */
export interface CrisisLine {
  /** "Call 988". */
  label: string;
  href: string;
  name: string;
  /** Its page on this site. */
  page: string;
}

/** The crisis lines that the words of a search call for, most urgent first; none where there are no words, or none of danger. */
export function crisisLines(site: Site, { understood }: Pick<Found<unknown>, "understood">): CrisisLine[] {
  const cards = cardsById<ProgramCard>(site.programs, understood?.crisis ?? []);
  return programRows(site, cards).flatMap(({ name, href: page, step }) =>
    step?.href ? [{ label: step.label, href: step.href, name, page }] : [],
  );
}
