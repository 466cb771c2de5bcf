import * as z from "zod";
import { dateSchema } from "../listing/date.ts";
import { formHints } from "../listing/form/hints.ts";
import { textSchema } from "../listing/text.ts";
import { isZone } from "../places/zone.ts";

/** Day names used in hours, Sunday first, in the order of `weekdayOf`. */
export const dayNames = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"] as const;

const timeSchema = (pattern: RegExp) =>
  z.string().regex(pattern, { error: "write a time as 08:00 or 21:30" }).register(formHints, { control: "time" });

/** A time range; `to` at or before `from` is on the next day. */
const span = {
  from: timeSchema(/^([01]\d|2[0-3]):[0-5]\d$/),
  to: timeSchema(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/),
};

const daysSchema = z
  .array(z.enum(dayNames, { error: `a day is one of ${dayNames.join(", ")}` }))
  .min(1)
  .refine((days) => new Set(days).size === days.length, { error: "name each day once" });

/** When somebody answers, according to the source: as words and as times. */
export const hoursSchema = z
  .strictObject({
    words: textSchema,
    /** "always" for day and night, every day. An empty list means that the words cannot be expressed as times. */
    times: z.union([z.literal("always"), z.array(z.strictObject({ days: daysSchema, ...span }))], {
      error: 'write times as "always" or as a list of days, from and to',
    }),
    /** Time zone of the times, such as America/Denver; null where they are in the caller's own zone. */
    zone: z
      .string()
      .refine(isZone, { error: "name a time zone as America/Denver" })
      .register(formHints, { control: "zone" })
      .nullable()
      .default(null),
    /** Date of the hours' source, if older than the number's; null if it is the same. */
    asOf: dateSchema.nullable().default(null),
    /** Whether they apply on federal holidays, or the hours of such a day; null where the source does not say (answersAt). */
    holidays: z
      .union([z.enum(["open", "closed"]), z.array(z.strictObject(span)).min(1)], {
        error: 'write holidays as "open", "closed" or a list of from and to',
      })
      .nullable()
      .default(null),
    /** True where callers can leave a message at other times. */
    message: z.boolean().default(false),
  })
  .refine(({ times, holidays }) => times !== "always" || holidays === null || holidays === "open", {
    path: ["holidays"],
    error: 'what keeps other hours on holidays is not "always"',
  });

/** The hours of a contact. */
export type Hours = z.infer<typeof hoursSchema>;
