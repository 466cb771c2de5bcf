import type { Request } from "express";
import type { Editor } from "../../editors/editor.ts";
import { type CheckRules, turnsOf } from "../../listing/check.ts";
import { zoneOfState } from "../../places/states.ts";
import { minutesAt, offsetOf } from "../../places/wall-clock.ts";
import { checkKindOf } from "../../programs/check-kind.ts";
import { findPrograms } from "../../programs/find.ts";
import type { Program } from "../../programs/program.ts";
import type { Edition } from "../../site/edition.ts";
import type { Context, Site } from "../../site/site.ts";
import { withQuery } from "../../site/urls.ts";
import { type CallRow, callFaults, callRow, numberToCall, saveCalls, type TypedCall } from "./call-rows.ts";
import { type DeskAnswer, deskPage } from "./desk-page.ts";
import type { FormError } from "./field.ts";
import type { DeskRoute } from "./route.ts";
import { weigh } from "./weight.ts";

interface CallSheetView {
  title: string;
  done: string | null;
  lead: string;
  action: string;
  errors: FormError[];
  /** By time zone of those who are called, eastern first, where the day begins. */
  zones: { heading: string; id: string; rows: CallRow[] }[];
}

/** Returns the routes of the numbers to call this month, to print and to enter the results. */
export function callSheetRoutes(site: Site, edition: Edition): readonly DeskRoute[] {
  const path = edition.urls.deskCalls;
  const show = deskPage<CallSheetView>(site, edition, "desk/call-sheet", (context, req) => {
    const [right, others] = String(req.query["saved"] ?? "")
      .split(" ")
      .map(Number);
    const done = right === undefined || others === undefined ? null : context.words.deskWork.calls.saved(right, others);
    return sheetPage(context, new Map(), done);
  });
  const save = deskPage<CallSheetView>(site, edition, "desk/call-sheet", takeCalls);
  return [
    { method: "get", path, role: "editor", nav: edition.words.deskWork.calls.title, handler: show },
    { method: "post", path, role: "editor", handler: save, holdsTyped: true },
  ];
}

async function takeCalls(context: Context, req: Request, editor: Editor): Promise<DeskAnswer<CallSheetView>> {
  const { right, others, left } = await saveCalls(context, req, editor, null);
  if (left.size === 0) return { goTo: withQuery(context.urls.deskCalls, { saved: `${right} ${others}` }) };
  const done = right + others === 0 ? null : context.words.deskWork.calls.saved(right, others);
  return { ...sheetPage(context, left, done), status: 422 };
}

function sheetPage(context: Context, typed: ReadonlyMap<string, TypedCall>, done: string | null): { title: string; view: CallSheetView } {
  const { words, urls } = context;
  const { title, lead, none } = words.deskWork.calls;
  const zones = zonesOf(context, programsToCall(context, typed), typed);
  const rows = zones.flatMap((zone) => zone.rows);
  return {
    title,
    view: {
      title,
      done,
      lead: rows.length === 0 ? none : lead(rows.length),
      action: urls.deskCalls,
      errors: callFaults(context, rows, typed),
      zones,
    },
  };
}

/**
 * Returns the programs whose number is due within a month, as many as can be called in one, most misleading first; always those of `typed`.
 */
function programsToCall({ db, deskRules, vocabulary, now }: Context, typed: ReadonlyMap<string, TypedCall>): Program[] {
  const due = findPrograms(db)
    .map((program, rank) => ({ program, weight: weigh(vocabulary, program, rank) }))
    .filter(({ program }) => program.status !== "closed" && numberToCall(program) !== null)
    .filter(({ program }) => isDue(program, deskRules.checks, now))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, deskRules.calledEachMonth)
    .map(({ program }) => program);
  const again = findPrograms(db).filter(({ id }) => typed.has(id) && !due.some((program) => program.id === id));
  return [...due, ...again];
}

const aMonth = 31 * 86_400_000;

/** Whether it was never checked, or is due within a month. */
function isDue(program: Program, rules: CheckRules, now: number): boolean {
  if (program.lastCheck === null) return true;
  const [due] = turnsOf(program.lastCheck.date, checkKindOf(program), rules);
  return due - now < aMonth;
}

function zonesOf(context: Context, programs: readonly Program[], typed: ReadonlyMap<string, TypedCall>): CallSheetView["zones"] {
  const { words, now } = context;
  const byZone = Map.groupBy(programs, zoneOf);
  const offset = (zone: string | null) => (zone === null ? Number.NEGATIVE_INFINITY : offsetOf(zone, now));
  return [...byZone]
    .sort(([a], [b]) => offset(b) - offset(a))
    .map(([zone, ofZone], at) => ({
      heading: zone === null ? words.deskWork.calls.anyZone : words.meetings.zone(zone)!,
      id: `zone-${at + 1}`,
      rows: ofZone
        .toSorted((a, b) => opensAt(a) - opensAt(b))
        .flatMap((program) => callRow(context, program, typed.get(program.id) ?? null)),
    }));
}

/** Returns the time zone of a line: its own, otherwise that of the only state it serves; null if it serves more. */
function zoneOf(program: Program): string | null {
  const [state = "", another] = program.states === "nationwide" ? [] : program.states;
  return numberToCall(program)?.hours?.zone ?? (another === undefined ? zoneOfState(state) : null);
}

/** Returns when a line opens, in minutes after midnight: 0 if it is always open, 1440 if it does not say, so that it comes last. */
function opensAt(program: Program): number {
  const times = numberToCall(program)?.hours?.times;
  if (times === "always") return 0;
  return Math.min(1440, ...(times ?? []).map(({ from }) => minutesAt(from)));
}
