import { type Standing, standingOf } from "../../listing/check.ts";
import type { ProgramCard } from "../../programs/card.ts";
import { checkKindOf } from "../../programs/check-kind.ts";
import type { Program } from "../../programs/program.ts";
import type { Context } from "../../site/site.ts";

/** Returns what the last check of a program is worth at the time of the page. */
export function standingAt({ deskRules, now }: Context, program: Program | ProgramCard): Standing {
  return standingOf(program.lastCheck, checkKindOf(program), deskRules.checks, now);
}
