import type { Request, RequestHandler } from "express";
import type { Database } from "../../database/open.ts";
import { cannotWrite, writeWhenFree } from "../../database/write-when-free.ts";
import { Full } from "../../reports/full.ts";
import type { Edition } from "../../site/edition.ts";
import { type Context, contextOf, type Site } from "../../site/site.ts";
import { TooMany } from "../../web/errors.ts";
import type { FormFault } from "../../words/reports-words.ts";
import { type PageAnswer, sendPages } from "../frame.ts";
import { type Faults, wholeForm } from "./fields.ts";
import type { Intake } from "./intake.ts";

type FormAnswer<View> = Pick<PageAnswer<View>, "head" | "show">;

/** What goes with the fields of a form: what is wrong with them, and its stamp. */
export interface FormState {
  faults: Faults;
  stamp: string;
}

/** A submitted form. */
export interface Sent<View> {
  /** Identifies the form, and what it was about, in its stamp. */
  purpose: string;
  /** What is wrong with its fields. */
  faults: Faults;
  /** Stores the content and returns its reference. Runs in a transaction. */
  keep(db: Database): string;
  /** Returns the form again, with everything typed and everything wrong with it. */
  again(state: FormState): FormAnswer<View>;
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
  const showAgain = (fault: FormFault | null) => sentBack(context, sent, fault, intake.reissue(sent.purpose));
  if (fault !== null || sent.faults.size > 0) return { ...showAgain(fault), status: 422 };
  try {
    intake.takeMessage(req);
    return await writeWhenFree(db, () => sent.keep(db));
  } catch (error) {
    const after = (seconds: number) => ({ "Retry-After": String(seconds) });
    if (error instanceof TooMany) {
      return { ...showAgain(error instanceof Full ? "full" : "many"), status: error.status, headers: after(error.retryAfter) };
    }
    if (!cannotWrite(error)) throw error;
    console.error(`What a reader sent could not be kept: ${error.message}.`);
    return { ...showAgain("unwritten"), status: 503, headers: after(retryUnwritten) };
  }
}

/** Seconds. */
const retryUnwritten = 300;

/** Returns the form again, with a title that says so; `fault` is what is wrong with it as a whole. */
function sentBack<View>({ words }: Context, { again, faults }: Sent<View>, fault: FormFault | null, stamp: string): FormAnswer<View> {
  const said = words.reports.faults;
  const { head, show } = again({ faults: fault === null ? faults : new Map([[wholeForm, said.form[fault]], ...faults]), stamp });
  return { head: { ...head, title: `${said.notSent} · ${head.title}` }, show };
}
