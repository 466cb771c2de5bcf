import type { RequestHandler } from "express";
import type { Edition } from "../../site/edition.ts";
import type { Site } from "../../site/site.ts";
import { type FormLimits, readForm, sentTexts } from "../../web/form.ts";
import { openDeskPage } from "./desk-page.ts";
import { sessionIdIn } from "./session-cookie.ts";
import { visitOf } from "./visit.ts";

interface SignedOutView {
  signInUrl: string;
  /** The address that the form was sent to, and all that was typed. */
  action: string;
  sent: { name: string; value: string }[];
}

/**
 * Answers a form that came after its session was over: half an hour goes by while somebody is on the phone. Nothing is kept here, and nothing
 * done: the page holds what was typed, to be sent again once its editor has signed in, in another window. Whoever brings no cookie of a
 * session goes on to the guard.
 */
export function holdTyped(site: Site, edition: Edition, form: FormLimits | undefined): RequestHandler {
  const read = readForm(form);
  const answer = openDeskPage<SignedOutView>(site, edition, "desk/signed-out", ({ urls, words }, req) => ({
    title: words.desk.signedOut.title,
    status: 403,
    view: { signInUrl: urls.deskSignIn, action: req.originalUrl, sent: sentTexts(req) },
  }));
  return async (req, res, next) => {
    if (visitOf(req).session !== null || sessionIdIn(req, site) === null) return next();
    await read(req, res, () => undefined);
    await answer(req, res, next);
  };
}
