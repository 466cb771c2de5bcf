import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";

/** Minimum time in which somebody can read and fill in a form, and the time for which a form is valid, in milliseconds. */
const minAge = 3000;
const maxAge = 24 * 3_600_000;

/**
 * Stamps that forms carry in a hidden field, which record without a cookie when each was opened. They distinguish a program that sends
 * forms faster than anybody can read them from a person; and what the form is about is signed too, so that it cannot be sent about anything
 * else. The key is random and lost with the process: a form from before a restart counts as too old.
 */
interface FormStamps {
  /** Returns a stamp for a form that is opened now. `purpose` is whatever distinguishes it from other forms. */
  issue(purpose: string): string;
  /** Returns a stamp for a form that is shown again, which its sender has already read. */
  reissue(purpose: string): string;
  /** Returns "fast" where nobody can have filled in the form since, "old" where it is expired, of another purpose or not ours; else null. */
  faultIn(stamp: string, purpose: string): "fast" | "old" | null;
}

/** Creates the stamps; `now` returns epoch milliseconds. */
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
