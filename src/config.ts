import { fileURLToPath } from "node:url";
import * as z from "zod";
import { root } from "./root.ts";

const hour = 3_600_000;
const maxRefresh = 500 * hour;

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
    // Node's timers hold at most 24.8 days, and fire at once for longer delays.
    .refine((interval) => millisecondsIn(interval) <= maxRefresh, { error: "FEEDS_REFRESH must be at most 500h, which is three weeks" })
    .optional(),
  LINKS_CHECK: z
    .string()
    .regex(/^[1-9]\d?d$/, { error: "LINKS_CHECK must be days, such as 7d, at most 99d" })
    .optional(),
  BACKUP_EVERY: z
    .string()
    .regex(/^[1-9]\d{0,2}[hd]$/, { error: "BACKUP_EVERY must be hours or days, such as 24h or 7d" })
    .optional(),
  BACKUP_FOLDER: z
    .string()
    .min(1)
    .default(fileURLToPath(new URL("data/backups", root))),
  BACKUP_KEEP: z
    .string()
    .regex(/^\d{1,3}d\d{1,3}w\d{1,3}m$/, { error: "BACKUP_KEEP must be numbers of days, weeks and months, such as 7d4w12m" })
    .default("7d4w12m"),
  LOG_LEVEL: z
    .enum(["silent", "error", "warn", "info", "debug"], { error: "LOG_LEVEL must be silent, error, warn, info or debug" })
    .default("info"),
});

/** The operator's settings, listed in the README. */
export interface Config {
  port: number;
  /** Null for every address of this machine. */
  host: string | null;
  database: string;
  /** Without a trailing slash. */
  siteUrl: string;
  logLevel: string;
  /** Milliseconds between fetches of the feeds; null if only by hand. */
  feedsRefresh: number | null;
  /** Milliseconds between checks of a link; null if only by hand. */
  linksCheck: number | null;
  backups: BackupConfig;
}

interface BackupConfig {
  folder: string;
  /** Milliseconds between backups; null if only by hand. */
  every: number | null;
  /** How many to keep. */
  keep: { days: number; weeks: number; months: number };
}

/** Thrown for an invalid setting; the message says which and what to write instead. */
export class BadSetting extends Error {}

/** Reads the settings from the environment; an empty one counts as not set. Throws BadSetting. */
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
    linksCheck: data.LINKS_CHECK === undefined ? null : millisecondsIn(data.LINKS_CHECK),
    backups: {
      folder: data.BACKUP_FOLDER,
      every: data.BACKUP_EVERY === undefined ? null : millisecondsIn(data.BACKUP_EVERY),
      keep: numbersToKeep(data.BACKUP_KEEP),
    },
  };
}

const units: Record<string, number> = { m: 60_000, h: hour, d: 24 * hour };

function millisecondsIn(interval: string): number {
  return Number.parseInt(interval, 10) * units[interval.at(-1)!]!;
}

function numbersToKeep(setting: string): BackupConfig["keep"] {
  const [days = 0, weeks = 0, months = 0] = setting.split(/[dwm]/).map(Number);
  return { days, weeks, months };
}
