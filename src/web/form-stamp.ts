import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";

/** How long somebody takes to read a form and write something, and for how long one is good, in milliseconds. */
const minAge = 3000;
const maxAge = 24 * 3_600_000;

/**
 * Stamps that forms carry in a hidden field, so that it is known when each was opened without a cookie. A program that sends forms faster
 * than anybody can read them is told from a person; and what the form was about is signed too, so none can be sent about anything else.
 * The key is random and gone with the process: a form from before a restart is one that was open for long.
 */
interface FormStamps {
  /** A stamp for a form that is opened now. `purpose` is whatever makes it another form. */
  issue(purpose: string): string;
  /** For a form that is shown again: its sender has read it already. */
  reissue(purpose: string): string;
  /** "fast" for what nobody can have filled in since, "old" for what is too old, of another purpose or not ours; else null. */
  faultIn(stamp: string, purpose: string): "fast" | "old" | null;
}

/** `now` is the clock, in epoch milliseconds. */
export function openFormStamps(now: () => number): FormStamps {
  const key = randomBytes(32);
  const sign = (time: number, purpose: string) => createHmac("sha256", key).update(`${time} ${purpose}`).digest();
  const stamp = (time: number, purpose: string) => `${time}.${sign(time, purpose).toString("base64url")}`;
  return {
    issue: (purpose) => stamp(now(), purpose),
    reissue: (purpose) => stamp(now() - minAge, purpose),
    faultIn(given, purpose) {
      const [time = "", signature = ""] = given.split(".");
      const signed = Buffer.from(signature, "base64url");
      const expected = sign(Number(time), purpose);
      if (signed.length !== expected.length || !timingSafeEqual(signed, expected)) return "old";
      const age = now() - Number(time);
      return age < minAge ? "fast" : age > maxAge ? "old" : null;
    },
  };
}
