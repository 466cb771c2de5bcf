import type { Request } from "express";
import { countCalls, isCounted } from "../../calls/accuracy.ts";
import { type Call, callsOfMonth, saveCall, settleCalls } from "../../calls/calls.ts";
import { type Draw, drawMonth, findDraw } from "../../calls/draw.ts";
import { ledgerIdentity } from "../../changes/identity.ts";
import { writeWhenFree } from "../../database/write-when-free.ts";
import type { Editor } from "../../editors/editor.ts";
import { officeMonth } from "../../places/office-day.ts";
import { findProgram, findPrograms } from "../../programs/find.ts";
import type { Program } from "../../programs/program.ts";
import type { Edition } from "../../site/edition.ts";
import { type Context, nowInIso, type Site } from "../../site/site.ts";
import { field } from "../../web/form.ts";
import { sayDate } from "../../words/dates.ts";
import { type CallRow, callFaults, callRow, numberToCall, saveCalls, type TypedCall } from "./call-rows.ts";
import { type DeskAnswer, deskPage } from "./desk-page.ts";
import type { FormError } from "./field.ts";
import type { DeskRoute } from "./route.ts";
import { signatureOf } from "./signature.ts";

interface DrawView {
  lead: string;
  action: string;
  publicPage: { label: string; href: string };
  /** The button that draws; null once the month is drawn. */
  draw: string | null;
  heading: string;
  month: string;
  progress: string | null;
  meaning: string;
  rows: CallRow[];
  errors: FormError[];
}

/** Returns the routes of the random monthly draw and the results of its calls. */
export function drawRoutes(site: Site, edition: Edition): readonly DeskRoute[] {
  const path = edition.urls.deskAccuracy;
  const show = deskPage<DrawView>(site, edition, "desk/draw", async (context, _req, editor) => {
    const month = officeMonth(context.now);
    await settleGone(context, editor, month);
    return drawPage(context, month, new Map());
  });
  const save = deskPage<DrawView>(site, edition, "desk/draw", takeDraw);
  return [
    { method: "get", path, role: "editor", nav: edition.words.deskWork.accuracy.desk.title, handler: show },
    { method: "post", path, role: "editor", handler: save, holdsTyped: true },
  ];
}

/** Draws the month if that was not done yet; otherwise saves the calls to its listings. */
async function takeDraw(context: Context, req: Request, editor: Editor): Promise<DeskAnswer<DrawView>> {
  const { db, urls, now, deskRules } = context;
  // A form opened in the last minutes of a month may be sent in the next.
  const sent = field(req, "month");
  const month = sent !== "" && findDraw(db, sent) !== null ? sent : officeMonth(now);
  if (findDraw(db, month) === null) {
    const drawn = { month, identity: ledgerIdentity(db), at: nowInIso(context) };
    await writeWhenFree(db, () => drawMonth(db, drawn, idsToDraw(context), deskRules.drawnEachMonth));
    return { goTo: urls.deskAccuracy };
  }
  await settleGone(context, editor, month);
  const { left } = await saveCalls(context, req, editor, month);
  return left.size === 0 ? { goTo: urls.deskAccuracy } : { ...drawPage(context, month, left), status: 422 };
}

/** Records drawn listings that are gone or have lost their number as wrong: they cannot be called, and what readers were told was wrong. */
async function settleGone(context: Context, editor: Editor, month: string): Promise<void> {
  const { db } = context;
  const calls = callsOfMonth(db, month);
  const gone = (findDraw(db, month)?.drawn ?? []).filter((id) => !calls.has(id) && !canBeCalled(findProgram(db, id)));
  if (gone.length === 0) return;
  const { by, at } = signatureOf(context, editor);
  const call = { list: "programs", result: "wrong", note: null, month, ...by, at } as const;
  await writeWhenFree(db, () => {
    for (const subject of gone) {
      saveCall(db, { ...call, subject });
      settleCalls(db, "programs", subject, at);
    }
  });
}

function canBeCalled(program: Program | null): boolean {
  return program !== null && numberToCall(program) !== null;
}

/** Returns the ids of the programs that can be called. */
function idsToDraw({ db }: Context): string[] {
  return findPrograms(db).flatMap((program) => (program.status !== "closed" && numberToCall(program) !== null ? [program.id] : []));
}

function drawPage(context: Context, month: string, typed: ReadonlyMap<string, TypedCall>): { title: string; view: DrawView } {
  const { db, words, urls, deskRules } = context;
  const said = words.deskWork.accuracy;
  const draw = findDraw(db, month);
  const heading = said.desk.month(sayDate(month, words));
  const view = {
    lead: said.desk.lead(deskRules.drawnEachMonth),
    action: urls.deskAccuracy,
    publicPage: { label: said.more, href: urls.accuracy },
    heading,
    month,
    meaning: said.desk.meaning,
  };
  if (draw === null) {
    const button = said.desk.draw(deskRules.drawnEachMonth, heading);
    return { title: said.desk.title, view: { ...view, draw: button, progress: null, rows: [], errors: [] } };
  }
  const calls = callsOfMonth(db, month);
  const rows = rowsOf(context, draw, calls, typed);
  return {
    title: said.desk.title,
    view: { ...view, draw: null, progress: sayProgress(context, draw, calls), rows, errors: callFaults(context, rows, typed) },
  };
}

function sayProgress({ words }: Context, draw: Draw, calls: ReadonlyMap<string, Call>): string {
  const { progress, done } = words.deskWork.accuracy.desk;
  const accuracy = countCalls(draw, calls);
  return isCounted(accuracy) ? done : progress(accuracy.called, draw.drawn.length);
}

/** Returns the drawn listings without a final result: nobody answered, or nobody has called. */
function rowsOf(context: Context, { drawn }: Draw, calls: ReadonlyMap<string, Call>, typed: ReadonlyMap<string, TypedCall>): CallRow[] {
  return drawn.flatMap((id) => {
    const call = calls.get(id);
    const program = findProgram(context.db, id);
    if (program === null || (call !== undefined && call.result !== "no answer" && !typed.has(id))) return [];
    return callRow(context, program, typed.get(id) ?? (call ? { result: call.result, note: call.note ?? "", error: null } : null));
  });
}
