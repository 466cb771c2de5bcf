import type { Request } from "express";
import { writeWhenFree } from "../../database/write-when-free.ts";
import { usesCodes } from "../../editors/code-setup.ts";
import { hashPassword } from "../../editors/password.ts";
import { faultInPassword, maxPasswordLength, minPasswordLength } from "../../editors/password-faults.ts";
import { countRecoveryCodes } from "../../editors/recovery-codes.ts";
import { savePassword } from "../../editors/save.ts";
import { endSessionsOf, sessionsOf } from "../../editors/sessions.ts";
import type { Edition } from "../../site/edition.ts";
import type { Context, Site } from "../../site/site.ts";
import { withQuery } from "../../site/urls.ts";
import { exactField } from "../../web/form.ts";
import { confirmOwner, ownerFields } from "./confirm-owner.ts";
import { type DeskAnswer, deskPage } from "./desk-page.ts";
import { type DeskField, errorsOf, type FormError, makeField } from "./field.ts";
import { guessableWords } from "./guessable-words.ts";
import type { DeskRoute } from "./route.ts";
import { expiredCookie } from "./session-cookie.ts";
import { sessionOf } from "./visit.ts";

interface AccountView {
  who: string;
  errors: FormError[];
  password: { action: string; fields: DeskField[] };
  codes: { text: string; label: string; href: string };
  sessions: { action: string; fields: DeskField[]; open: { started: string; seen: string; isHere: boolean }[] };
}

/** The faults of the forms. */
interface Faults {
  current?: string | null;
  next?: string | null;
  sessions?: string | null;
}

/** Returns the routes of an editor's own account. */
export function accountRoutes(site: Site, edition: Edition): readonly DeskRoute[] {
  const { urls, words } = edition;
  const show = deskPage(site, edition, "desk/account", (context, req) => accountPage(context, req));
  const password = deskPage(site, edition, "desk/account", changePassword);
  const sessions = deskPage(site, edition, "desk/account", endSessions);
  return [
    { method: "get", path: urls.deskAccount, role: "editor", nav: words.desk.account.title, handler: show },
    { method: "post", path: urls.deskPassword, role: "editor", handler: password },
    { method: "post", path: urls.deskSessions, role: "editor", handler: sessions },
  ];
}

/** Ends every session, including this one: the editor signs in with the new password. */
async function changePassword(context: Context, req: Request): Promise<DeskAnswer<AccountView>> {
  const { db, words, urls } = context;
  const { editor } = sessionOf(req);
  const chosen = exactField(req, "next");
  const fault = await faultInPassword(chosen, guessableWords(context, editor));
  // Not checked if it cannot help, because a code works only once.
  const current = fault === null ? await confirmOwner(context, req) : null;
  if (fault !== null || current !== null)
    return accountPage(context, req, { current, next: fault && words.desk.password.faults(fault, minPasswordLength, maxPasswordLength) });
  const hashed = await hashPassword(chosen);
  await writeWhenFree(db, () => savePassword(db, editor.id, hashed));
  return { goTo: withQuery(urls.deskSignIn, { changed: "1" }), cookie: expiredCookie(context) };
}

async function endSessions(context: Context, req: Request): Promise<DeskAnswer<AccountView>> {
  const { db, urls } = context;
  const fault = await confirmOwner(context, req);
  if (fault !== null) return accountPage(context, req, { sessions: fault });
  await writeWhenFree(db, () => endSessionsOf(db, sessionOf(req).editor.id));
  return { goTo: urls.deskSignIn, cookie: expiredCookie(context) };
}

function accountPage(context: Context, req: Request, faults: Faults = {}): DeskAnswer<AccountView> {
  const { words, urls } = context;
  const { account, roles } = words.desk;
  const { editor } = sessionOf(req);
  const password = passwordFields(context, req, faults);
  const owner = ownerFields(context, req, "sessions", faults.sessions);
  const errors = errorsOf([...password, ...owner]);
  return {
    title: account.title,
    status: errors.length > 0 ? 422 : 200,
    view: {
      who: account.who(editor.name, roles[editor.role]),
      errors,
      password: { action: urls.deskPassword, fields: password },
      codes: codesOf(context, editor.id),
      sessions: { action: urls.deskSessions, fields: owner, open: openSessions(context, req) },
    },
  };
}

function passwordFields(context: Context, req: Request, { current, next = null }: Faults): DeskField[] {
  const { password } = context.words.desk;
  const chosen = { label: password.next, hint: password.nextHint(minPasswordLength), error: next };
  return [
    ...ownerFields(context, req, "password", current),
    makeField({ name: "next", ...chosen, type: "password", autocomplete: "new-password" }),
  ];
}

function codesOf({ db, words, urls }: Context, editor: string): AccountView["codes"] {
  const { codes } = words.desk.account;
  const isOn = usesCodes(db, editor);
  return {
    text: isOn ? codes.on(countRecoveryCodes(db, editor)) : codes.off,
    label: isOn ? codes.change : codes.setUp,
    href: urls.deskCodes,
  };
}

function openSessions({ db, now, words }: Context, req: Request): AccountView["sessions"]["open"] {
  const { hash, editor } = sessionOf(req);
  const ago = (at: string) => words.desk.ago(Math.max(0, Math.floor((now - Date.parse(at)) / 60_000)));
  return sessionsOf(db, editor.id, now).map((session) => ({
    started: ago(session.startedAt),
    seen: ago(session.seenAt),
    isHere: session.hash === hash,
  }));
}
