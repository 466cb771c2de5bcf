import type { RequestHandler } from "express";
import type { Edition } from "../../site/edition.ts";
import type { Site } from "../../site/site.ts";
import { type FormLimits, readForm, sentTexts } from "../../web/form.ts";
import { openDeskPage } from "./desk-page.ts";
import { sessionIdIn } from "./session-cookie.ts";
import { visitOf } from "./visit.ts";

interface SignedOutView {
  signInUrl: string;
  /** The path that the form was sent to, and everything typed. */
  action: string;
  sent: { name: string; value: string }[];
}

/**
 * Handles a form that arrives after its session has ended, as when an editor spends half an hour on the phone. It stores and changes
 * nothing: the page holds what was typed, to be sent again after signing in in another window. Requests without a session cookie go on to
 * the guard.
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
