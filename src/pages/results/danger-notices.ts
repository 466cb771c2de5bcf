import type { Danger } from "../../catalog/dangers.ts";
import type { ProgramCard } from "../../programs/card.ts";
import type { Answer } from "../../search/answer.ts";
import { cardsById } from "../../search/cards.ts";
import type { Context } from "../../site/site.ts";
import { callUrl } from "../../site/urls.ts";
import { inLanguage } from "../../words/languages.ts";
import { programRows } from "../programs/row.ts";

/** A danger that the words of a search mention, in the reader's language: what to do, and whom to call. */
interface SpokenDanger {
  id: string;
  notice: string;
  call911: boolean;
  lines: { lead: string | null; cards: ProgramCard[] }[];
}

/** A danger as shown above the results of every list. */
export interface DangerNotice {
  notice: string;
  groups: { lead: string | null; lines: DangerLine[] }[];
}

interface DangerLine {
  /** "Call 988". */
  label: string;
  href: string;
  /** The one button to press first; the others are outlined. */
  primary: boolean;
  /** Null for 911. */
  name: string | null;
  /** Its page on this site. */
  page: string | null;
}

/** Returns the dangers that the words of a search mention, the most urgent first; a line that serves two of them is listed once. */
export function spokenDangers(context: Context, { understood }: Pick<Answer<unknown>, "understood">): SpokenDanger[] {
  const spoken = new Set(understood?.dangers);
  const given = new Set<string>();
  return context.dangers.filter(({ id }) => spoken.has(id)).map((danger) => inWords(context, danger, given));
}

/** Returns the same, ready to show. Only the most urgent one has the call to 911. */
export function dangerNotices(context: Context, answer: Pick<Answer<unknown>, "understood">): DangerNotice[] {
  return spokenDangers(context, answer).map(({ notice, call911, lines }, at) => {
    const first = call911 && at === 0 ? [{ lead: null, lines: [lineTo911(context)] }] : [];
    const groups = [...first, ...lines.map(({ lead, cards }) => ({ lead, lines: linesTo(context, cards) }))];
    const [primary] = at === 0 ? groups.flatMap((group) => group.lines) : [];
    return {
      notice,
      groups: groups.map((group) => ({ ...group, lines: group.lines.map((line) => ({ ...line, primary: line === primary })) })),
    };
  });
}

/** `given` are the programs that more urgent dangers have already named. */
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

function lineTo911({ words }: Context): Line {
  return { label: words.help.call911, href: callUrl("911"), name: null, page: null };
}

function linesTo(context: Context, cards: readonly ProgramCard[]): Line[] {
  return programRows(context, cards).flatMap(({ name, href: page, step }) =>
    step?.href ? [{ label: step.label, href: step.href, name, page }] : [],
  );
}
