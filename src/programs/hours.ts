import * as z from "zod";
import { textSchema } from "../listing/text.ts";
import { isZone } from "../places/zone.ts";

/** The days as hours are written, Sunday first, as `weekdayOf` counts them. */
export const dayNames = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"] as const;

const timeSchema = (pattern: RegExp) => z.string().regex(pattern, { error: "write a time as 08:00 or 21:30" });

/** From a minute to another on certain days; `to` at or before `from` is on the next day. */
const spanSchema = z.strictObject({
  days: z
    .array(z.enum(dayNames, { error: `a day is one of ${dayNames.join(", ")}` }))
    .min(1)
    .refine((days) => new Set(days).size === days.length, { error: "name each day once" }),
  from: timeSchema(/^([01]\d|2[0-3]):[0-5]\d$/),
  to: timeSchema(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/),
});

/** When somebody answers: what the source says, in words and as times. */
export const hoursSchema = z
  .strictObject({
    words: textSchema,
    /** "always": day and night, every day. Nothing in the list: the words cannot be told as times. */
    times: z.union([z.literal("always"), z.array(spanSchema)], { error: 'write times as "always" or as a list of days, from and to' }),
    /** The zone of the times, such as America/Denver; null where they are meant on the caller's own clock. */
    zone: z.string().refine(isZone, { error: "name a time zone as America/Denver" }).nullable().default(null),
    /** Whether they hold on federal holidays; null where the source does not say. */
    holidays: z.enum(["open", "closed"]).nullable().default(null),
    /** True where one can leave a message at other times. */
    message: z.boolean().default(false),
  })
  .refine(({ times, holidays }) => times !== "always" || holidays !== "closed", {
    path: ["holidays"],
    error: 'what is closed on holidays is not "always"',
  });

/** The hours of a contact. */
export type Hours = z.infer<typeof hoursSchema>;
