import { inZone, msPerDay } from "../../places/wall-clock.ts";
import { type Lamp, lampOf } from "../../programs/lamp.ts";
import type { Contact, Program } from "../../programs/program.ts";
import type { Context } from "../../site/site.ts";
import { sayDay } from "../../words/dates.ts";
import { inLanguage } from "../../words/languages.ts";

/** Whether somebody answers now, ready to show. */
export interface LampView {
  /** True where a call or text is answered now, on a number that is not in doubt. Only these are amber. */
  lit: boolean;
  /** "Answers now, until 9 pm Mountain", "Opens 8 am Mountain"; null where nobody can say. */
  answers: string | null;
  /** The hours in words, for paper, on which `answers` would be true for a moment only; null where it is true at any time. */
  hoursOnPaper: string | null;
}

/** The lamp of a contact, in words. The page is told when they stop being true. */
export function lampView(context: Context, contact: Contact, status: Program["status"], callerZone: string | null): LampView {
  const lamp = contactLamp(context, contact, status, callerZone);
  const { hours } = contact;
  return {
    lit: lamp.lit,
    answers: sayAnswers(context, lamp, hours?.message ?? false),
    hoursOnPaper:
      hours && lamp.answers.state !== "unknown" && turnOf(lamp) !== null ? inLanguage(hours.words, context.words.language) : null,
  };
}

/** The lamp of a contact at the moment of the page, which is told when that ends. */
export function contactLamp({ now, lifetime }: Context, contact: Contact, status: Program["status"], callerZone: string | null): Lamp {
  const lamp = lampOf(contact, status, now, callerZone);
  const turn = turnOf(lamp);
  // From a day before on, the words leave the weekday out.
  if (turn !== null) lifetime.endAt(turn - now >= msPerDay ? turn - msPerDay : turn);
  return lamp;
}

/** The instant at which that changes next. */
function turnOf({ answers }: Lamp): number | null {
  return answers.state === "shut" ? answers.opens : answers.until;
}

function sayAnswers({ now, words }: Context, { answers }: Lamp, message: boolean): string | null {
  if (answers.state === "unknown") return null;
  if (answers.state === "open" && answers.until === null) return words.answers.always;
  const moment = answers.state === "open" ? answers.until : answers.opens;
  const { day, minutes } = inZone(moment, answers.zone);
  const weekday = moment - now >= msPerDay ? sayDay(day, words) : null;
  const said = words.answers.moment(weekday, minutes, answers.zone);
  return answers.state === "open" ? words.answers.until(said) : words.answers.opens(said, message);
}
