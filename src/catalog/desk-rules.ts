import { fileURLToPath } from "node:url";
import * as z from "zod";
import type { CheckRules } from "../listing/check.ts";
import { root } from "../root.ts";
import { readPage } from "./read.ts";

/** The settings of the desk that a county chooses, from `data/desk.json`. README explains each number. */
export interface DeskRules {
  checks: CheckRules;
  /** How many numbers a call sheet holds. */
  calledEachMonth: number;
  /** How many listings are drawn each month to measure how many are correct. */
  drawnEachMonth: number;
}

const days = z.int().min(7, { error: "give at least 7 days" }).max(3650, { error: "give at most 3650 days" });

const rulesSchema: z.ZodType<DeskRules> = z.strictObject({
  checks: z
    .strictObject({
      everyDays: z.strictObject({ lines: days, programs: days, library: days }),
      sinksAfter: z.number().min(1, { error: "give 1 or more" }),
      lapsesAfter: z.number().min(1, { error: "give 1 or more" }),
    })
    .refine(({ sinksAfter, lapsesAfter }) => sinksAfter <= lapsesAfter, {
      path: ["lapsesAfter"],
      error: "give at least what sinksAfter is",
    }),
  calledEachMonth: z.int().min(5, { error: "give at least 5" }).max(100, { error: "give at most 100" }),
  drawnEachMonth: z.int().min(10, { error: "give at least 10" }).max(100, { error: "give at most 100" }),
});

const file = fileURLToPath(new URL("data/desk.json", root));

/** Reads the rules of the desk. Throws an Error that names the file and the field. */
export function readDeskRules(path: string = file): DeskRules {
  return readPage(path, rulesSchema);
}
