import type { Request, RequestHandler } from "express";
import type { Database } from "../../database/open.ts";
import { isUnwritable, writeWhenFree } from "../../database/write-when-free.ts";
import { Full } from "../../reports/full.ts";
import type { Edition } from "../../site/edition.ts";
import { type Context, contextOf, type Site } from "../../site/site.ts";
import { TooMany } from "../../web/errors.ts";
import type { FormFault } from "../../words/reports-words.ts";
import { type PageAnswer, sendPages } from "../frame.ts";
import { type Faults, wholeForm } from "./fields.ts";
import type { Intake } from "./intake.ts";

type FormAnswer<View> = Pick<PageAnswer<View>, "head" | "show">;

/** A submitted form. */
export interface Sent<View> {
  /** Identifies the form, and what it was about, in its stamp. */
  purpose: string;
  /** What is wrong with its fields. */
  faults: Faults;
  /** Stores the content and returns its reference. Runs in a transaction. */
  keep(db: Database): string;
  /** Returns the form again, with everything typed and everything wrong with it. */
  again(faults: Faults): FormAnswer<View>;
}

/**
 * Handles a submitted form: 303 to the page of its reference, so that reloading sends nothing twice, or the form with its faults. What was
 * typed is neither lost nor logged.
 */
export function answerForm<View extends object>(
  site: Site,
  edition: Edition,
  intake: Intake,
  template: string,
  read: (context: Context, req: Request) => Sent<View>,
): RequestHandler {
  const send = sendPages<View>(site, edition, template);
  return async (req, res) => {
    const context = contextOf(site, edition);
    const sent = read(context, req);
    const answer = await takeForm(context, req, intake, sent);
    if (typeof answer === "string") res.set("Cache-Control", "no-store").redirect(303, edition.urls.reportAnswer(answer));
    else send(context, req, res, answer);
  };
}

/** Resolves to the reference of what was stored, or to the form again. */
async function takeForm<View>(context: Context, req: Request, intake: Intake, sent: Sent<View>): Promise<string | PageAnswer<View>> {
  const { db } = context;
  const fault = intake.faultIn(req, sent.purpose);
  if (fault !== null || sent.faults.size > 0) return { ...showAgain(context, sent, fault), status: 422 };
  try {
    intake.takeMessage(req);
    return await writeWhenFree(db, () => sent.keep(db));
  } catch (error) {
    if (isUnwritable(error)) return tellUnwritten(context, sent, error);
    if (!(error instanceof TooMany)) throw error;
    const headers = { "Retry-After": String(error.retryAfter) };
    return { ...showAgain(context, sent, error instanceof Full ? "full" : "many"), status: error.status, headers };
  }
}

/** Seconds after which to send the form again. */
const retryAfter = 300;

/** Tells the operator, and returns the form again. */
function tellUnwritten<View>(context: Context, sent: Sent<View>, { message }: Error): PageAnswer<View> {
  console.error(`What a reader sent could not be kept: ${message}.`);
  return { ...showAgain(context, sent, "unwritten"), status: 503, headers: { "Retry-After": String(retryAfter) } };
}

/** Returns the form again, with a title that says so; `fault` is what is wrong with it as a whole. */
function showAgain<View>({ words }: Context, { again, faults }: Sent<View>, fault: FormFault | null): FormAnswer<View> {
  const said = words.reports.faults;
  const { head, show } = again(fault === null ? faults : new Map([[wholeForm, said.form[fault]], ...faults]));
  return { head: { ...head, title: `${said.notSent} · ${head.title}` }, show };
}
