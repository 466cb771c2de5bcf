import { inZone, msPerDay } from "../../places/wall-clock.ts";
import { type Lamp, lampOf } from "../../programs/lamp.ts";
import type { Contact, Program } from "../../programs/program.ts";
import type { Context } from "../../site/site.ts";
import { sayDay } from "../../words/dates.ts";
import { inLanguage } from "../../words/languages.ts";

/** Whether somebody answers now, ready to show. */
export interface LampView {
  /** True if a call or text is answered now, on a number that is not in doubt. Only these are amber. */
  lit: boolean;
  /** "Answers now, until 9 pm Mountain", "Opens 8 am Mountain"; null if unknown. */
  answers: string | null;
  /** The hours in words, for paper, where `answers` would soon be wrong; null if it is always true or unknown. */
  hoursOnPaper: string | null;
}

/** Returns the lamp of a contact in words. Limits the page's lifetime to when they stop being true. */
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

/** Returns the lamp of a contact at the time of the page, whose lifetime it limits to the next change. */
export function contactLamp({ now, lifetime }: Context, contact: Contact, status: Program["status"], callerZone: string | null): Lamp {
  const lamp = lampOf(contact, status, now, callerZone);
  const turn = turnOf(lamp);
  // Less than a day before, the words leave out the weekday.
  if (turn !== null) lifetime.endAt(turn - now >= msPerDay ? turn - msPerDay : turn);
  return lamp;
}

/** Returns the instant of the lamp's next change; null if there is none. */
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
