import type { Danger } from "../../catalog/dangers.ts";
import type { ProgramCard } from "../../programs/card.ts";
import type { Answer } from "../../search/answer.ts";
import { cardsById } from "../../search/cards.ts";
import type { Context } from "../../site/site.ts";
import { callUrl } from "../../site/urls.ts";
import { inLanguage } from "../../words/languages.ts";
import { programRows } from "../programs/row.ts";

/** A danger that the words of a search speak of, in the reader's language: what to do, and whom to call. */
interface SpokenDanger {
  id: string;
  notice: string;
  call911: boolean;
  lines: { lead: string | null; cards: ProgramCard[] }[];
}

/** What is shown of a danger above the results of every list. */
export interface DangerNotice {
  notice: string;
  lines: DangerLine[];
}

interface DangerLine {
  /** For whom it is: "About to use alone?" Null where it is for everybody in this danger, or the same as for the line before. */
  lead: string | null;
  /** "Call 988". */
  label: string;
  href: string;
  /** The one button to press first; the others are outlined. */
  primary: boolean;
  /** Null for 911. */
  name: string | null;
  /** Its page on this site. */
  page: string | null;
  /** "Then press 1". */
  purpose: string | null;
}

/** The dangers that the words of a search speak of, the most urgent first; a line that stands for two of them is given once. */
export function spokenDangers(context: Context, { understood }: Pick<Answer<unknown>, "understood">): SpokenDanger[] {
  const spoken = new Set(understood?.dangers);
  const given = new Set<string>();
  return context.dangers.filter(({ id }) => spoken.has(id)).map((danger) => inWords(context, danger, given));
}

/** The same, ready to show. */
export function dangerNotices(context: Context, answer: Pick<Answer<unknown>, "understood">): DangerNotice[] {
  const dangers = spokenDangers(context, answer);
  return dangers.map((danger, at) => ({
    notice: danger.notice,
    lines: [...(danger.call911 && at === 0 ? [call911(context)] : []), ...linesOf(context, danger)].map((line, place) => ({
      ...line,
      primary: at === 0 && place === 0,
    })),
  }));
}

/** `given` are the programs that a more urgent danger has named. */
function inWords({ programs, words: { language } }: Context, { id, notice, call911, lines }: Danger, given: Set<string>): SpokenDanger {
  const groups = lines.map(({ lead, programs: ids }) => {
    const cards = cardsById(
      programs,
      ids.filter((program) => !given.has(program)),
    );
    for (const program of ids) given.add(program);
    return { lead: lead && inLanguage(lead, language), cards };
  });
  return { id, notice: inLanguage(notice, language), call911, lines: groups.filter(({ cards }) => cards.length > 0) };
}

type Line = Omit<DangerLine, "primary">;

function call911({ words }: Context): Line {
  return { lead: null, label: words.help.call911, href: callUrl("911"), name: null, page: null, purpose: null };
}

function linesOf(context: Context, { lines }: SpokenDanger): Line[] {
  return lines.flatMap(({ lead, cards }) =>
    programRows(context, cards).flatMap(({ name, href: page, step }, at) =>
      step?.href ? [{ lead: at === 0 ? lead : null, label: step.label, href: step.href, name, page, purpose: step.purpose }] : [],
    ),
  );
}
