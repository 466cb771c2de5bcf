import type { Request } from "express";
import type { Site } from "../../site/site.ts";
import { exactField } from "../../web/form.ts";
import { openFormStamps } from "../../web/form-stamp.ts";
import { limitSources } from "../../web/source-limits.ts";

/** Protects the desk from floods, without storing addresses or setting cookies. */
export interface Intake {
  /** Returns the value of the hidden field of a form that is opened now. */
  issue(purpose: string): string;
  /** Returns it for a form that is shown again with what was typed. */
  reissue(purpose: string): string;
  /** Returns "fast" if a bot seems to have sent the form, "old" if its stamp is expired or invalid; null otherwise. */
  faultIn(req: Request, purpose: string): "fast" | "old" | null;
  /** Counts a message from a source. Throws TooMany. */
  takeMessage(req: Request): void;
  /** Counts a request for an unknown reference, which may be a guess. Throws TooMany. */
  takeMiss(req: Request): void;
}

/** The names of the hidden fields. Bots fill in the second one too. */
const stampField = "stamp";
const emptyField = "extra";

const minute = 60_000;
/** Limits per source: the computers of a library share one address. */
const messageLimits = [
  { max: 8, period: 10 * minute },
  { max: 30, period: 24 * 60 * minute },
];
const missLimit = { max: 30, period: 10 * minute };

/** Opens one intake for the whole site, so that a source is counted once across both languages. */
export function openIntake({ now }: Site): Intake {
  const stamps = openFormStamps(now);
  const messages = messageLimits.map((limit) => limitSources({ now, ...limit }));
  const misses = limitSources({ now, ...missLimit });
  return {
    issue: stamps.issue,
    reissue: stamps.reissue,
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
