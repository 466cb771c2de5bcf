import { fileURLToPath } from "node:url";
import * as z from "zod";
import { root } from "./root.ts";

const maxRefresh = 500 * 3_600_000;

const schema = z.object({
  PORT: z.coerce
    .number({ error: "PORT must be a number, such as 3000" })
    .int("PORT must be a whole number, such as 3000")
    .min(0, "PORT must be between 0 and 65535")
    .max(65535, "PORT must be between 0 and 65535")
    .default(3000),
  HOST: z.string().min(1).optional(),
  DATABASE: z
    .string()
    .min(1)
    .default(fileURLToPath(new URL("data/porchlight.sqlite", root))),
  SITE_URL: z
    .url({ protocol: /^https?$/, error: "SITE_URL must be a whole web address, such as https://porchlight.example.org" })
    .optional(),
  FEEDS_REFRESH: z
    .string()
    .regex(/^[1-9]\d{0,3}[mh]$/, { error: "FEEDS_REFRESH must be minutes or hours, such as 90m or 6h", abort: true })
    // A timer of Node holds 24.8 days, and fires at once for more.
    .refine((interval) => millisecondsIn(interval) <= maxRefresh, { error: "FEEDS_REFRESH must be at most 500h, which is three weeks" })
    .optional(),
  LOG_LEVEL: z
    .enum(["silent", "error", "warn", "info", "debug"], { error: "LOG_LEVEL must be silent, error, warn, info or debug" })
    .default("info"),
});

/** The operator's settings. README lists them. */
export interface Config {
  port: number;
  /** Null: every address of this machine. */
  host: string | null;
  database: string;
  /** Without a slash at the end. */
  siteUrl: string;
  logLevel: string;
  /** Milliseconds from one fetch of the feeds to the next; null: only by hand. */
  feedsRefresh: number | null;
}

/** A setting that cannot be used; the message says which and what to write instead. */
export class BadSetting extends Error {}

/** Reads the settings from the environment; an empty one counts as not given. Throws BadSetting. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim() !== ""));
  const { success, data, error } = schema.safeParse(given);
  if (!success) throw new BadSetting(`${error.issues.map((issue) => issue.message).join(". ")}.`);
  return {
    port: data.PORT,
    host: data.HOST ?? null,
    database: data.DATABASE,
    // eslint-disable-next-line regexp/no-super-linear-move -- the operator's own setting
    siteUrl: (data.SITE_URL ?? `http://localhost:${data.PORT}`).replace(/\/+$/, ""),
    logLevel: data.LOG_LEVEL,
    feedsRefresh: data.FEEDS_REFRESH === undefined ? null : millisecondsIn(data.FEEDS_REFRESH),
  };
}

function millisecondsIn(interval: string): number {
  return Number.parseInt(interval, 10) * (interval.endsWith("h") ? 3_600_000 : 60_000);
}
