import type { Request } from "express";
import type { Site } from "../../site/site.ts";
import { exactField } from "../../web/form.ts";
import { openFormStamps } from "../../web/form-stamp.ts";
import { limitSources } from "../../web/source-limits.ts";

/** What keeps a flood from the desk. It knows no address and sets no cookie. */
export interface Intake {
  /** For the hidden field of a form. `isAgain`: it is shown again, with what was typed. */
  stamp(purpose: string, isAgain: boolean): string;
  /** What says that a program sent it, or that the form is too old to go by; null where nothing does. */
  faultIn(req: Request, purpose: string): "fast" | "old" | null;
  /** Counts a message of one source. Throws TooMany. */
  takeMessage(req: Request): void;
  /** Counts a reference that is not there, which somebody may be guessing. Throws TooMany. */
  takeMiss(req: Request): void;
}

/** The names of the fields that nobody sees. Programs fill in the second one too. */
const stampField = "stamp";
const emptyField = "extra";

const minute = 60_000;
/** What one source may send: a library's computers share one address. */
const messageLimits = [
  { max: 8, period: 10 * minute },
  { max: 30, period: 24 * 60 * minute },
];
const missLimit = { max: 30, period: 10 * minute };

/** One for the whole site: whoever sends in two languages is one source. */
export function openIntake({ now }: Site): Intake {
  const stamps = openFormStamps(now);
  const messages = messageLimits.map((limit) => limitSources({ now, ...limit }));
  const misses = limitSources({ now, ...missLimit });
  return {
    stamp: (purpose, isAgain) => (isAgain ? stamps.reissue(purpose) : stamps.issue(purpose)),
    faultIn(req, purpose) {
      const fault = stamps.faultIn(exactField(req, stampField), purpose);
      return fault === null && exactField(req, emptyField) !== "" ? "fast" : fault;
    },
    takeMessage(req) {
      for (const limit of messages) limit.check(req);
      for (const limit of messages) limit.count(req);
    },
    takeMiss: (req) => misses.take(req),
  };
}
