import type { Request } from "express";
import { writeWhenFree } from "../../database/write-when-free.ts";
import { offerSecret, restartSession, turnCodesOff, turnCodesOn, usesCodes } from "../../editors/code-setup.ts";
import { codeUri } from "../../editors/codes.ts";
import { renewRecoveryCodes } from "../../editors/recovery-codes.ts";
import { drawQrCode, type QrCode } from "../../formats/qr.ts";
import type { Edition } from "../../site/edition.ts";
import type { Context, Site } from "../../site/site.ts";
import { field } from "../../web/form.ts";
import { confirmOwner, ownerFields } from "./confirm-owner.ts";
import { type DeskAnswer, deskPage } from "./desk-page.ts";
import { type DeskField, errorsOf, type FormError, makeField } from "./field.ts";
import type { DeskRoute } from "./route.ts";
import { sessionCookie } from "./session-cookie.ts";
import { sessionOf } from "./visit.ts";

interface CodesView {
  errors: FormError[];
  /** How to turn codes on; null if they are on. */
  setUp: { action: string; picture: QrCode; secret: string; fields: DeskField[] } | null;
  /** What else can be done while they are on. */
  changes: { heading: string; action: string; label: string; fields: DeskField[] }[];
  /** Recovery codes, shown only this once; otherwise null. */
  recovery: { codes: string[]; doneUrl: string } | null;
}

/**
 * Returns the routes of app codes, on and off, and of recovery codes. Each change asks for the credentials again, ends all sessions and
 * starts a new one.
 */
export function codesRoutes(site: Site, edition: Edition): readonly DeskRoute[] {
  const { urls } = edition;
  const show = deskPage(site, edition, "desk/codes", (context, req) => codesPage(context, req));
  const turnOn = deskPage(site, edition, "desk/codes", takeCode);
  const turnOff = deskPage(site, edition, "desk/codes", endCodes);
  const renew = deskPage(site, edition, "desk/codes", renewCodes);
  return [
    { method: "get", path: urls.deskCodes, role: "editor", handler: show },
    { method: "post", path: urls.deskCodes, role: "editor", handler: turnOn },
    { method: "post", path: urls.deskCodesOff, role: "editor", handler: turnOff },
    { method: "post", path: urls.deskRecovery, role: "editor", handler: renew },
  ];
}

async function takeCode(context: Context, req: Request): Promise<DeskAnswer<CodesView>> {
  const { db, now, words } = context;
  const session = sessionOf(req);
  // While codes are on, nobody can replace them with another app's.
  if (usesCodes(db, session.editor.id)) return codesPage(context, req);
  const owner = await confirmOwner(context, req);
  if (owner !== null) return codesPage(context, req, { owner });
  const done = await writeWhenFree(db, () => turnCodesOn(db, session, field(req, "code"), now));
  if (done === null) return codesPage(context, req, { code: words.desk.account.codes.wrongCode });
  return recoveryPage(context, done.codes, sessionCookie(context, done.session));
}

async function endCodes(context: Context, req: Request): Promise<DeskAnswer<CodesView>> {
  const { db, now, urls } = context;
  const { editor } = sessionOf(req);
  const off = await confirmOwner(context, req);
  if (off !== null) return codesPage(context, req, { off });
  const session = await writeWhenFree(db, () => {
    turnCodesOff(db, editor.id);
    return restartSession(db, editor.id, now);
  });
  return { goTo: urls.deskAccount, cookie: sessionCookie(context, session) };
}

async function renewCodes(context: Context, req: Request): Promise<DeskAnswer<CodesView>> {
  const { db, now } = context;
  const { editor } = sessionOf(req);
  const renew = await confirmOwner(context, req);
  if (renew !== null || !usesCodes(db, editor.id)) return codesPage(context, req, { renew });
  const { codes, session } = await writeWhenFree(db, () => ({
    codes: renewRecoveryCodes(db, editor.id),
    session: restartSession(db, editor.id, now),
  }));
  return recoveryPage(context, codes, sessionCookie(context, session));
}

interface Faults {
  owner?: string | null;
  code?: string | null;
  off?: string | null;
  renew?: string | null;
}

async function codesPage(context: Context, req: Request, faults: Faults = {}): Promise<DeskAnswer<CodesView>> {
  const setUp = usesCodes(context.db, sessionOf(req).editor.id) ? null : await setUpOf(context, req, faults);
  const changes = setUp === null ? changesOf(context, req, faults) : [];
  const errors = errorsOf([...(setUp?.fields ?? []), ...changes.flatMap(({ fields }) => fields)]);
  const title = context.words.desk.account.codes.heading;
  return { title, status: errors.length > 0 ? 422 : 200, view: { errors, setUp, changes, recovery: null } };
}

async function setUpOf(context: Context, req: Request, { owner, code = null }: Faults): Promise<CodesView["setUp"]> {
  const { db, words, urls } = context;
  const session = sessionOf(req);
  const secret = await writeWhenFree(db, () => offerSecret(db, session));
  const says = words.desk.account.codes;
  const digits = { label: says.code, error: code, autocomplete: "one-time-code", inputMode: "numeric" };
  return {
    action: urls.deskCodes,
    picture: drawQrCode(codeUri(secret, words.name, session.editor.name)),
    secret: secret.replace(/.{4}(?=.)/g, "$& "),
    fields: [makeField({ name: "code", ...digits }), ...ownerFields(context, req, "codes", owner)],
  };
}

function changesOf(context: Context, req: Request, { off, renew }: Faults): CodesView["changes"] {
  const { words, urls } = context;
  const says = words.desk.account.codes;
  return [
    { heading: says.renewHeading, action: urls.deskRecovery, label: says.renew, fields: ownerFields(context, req, "renew", renew) },
    { heading: says.turnOffHeading, action: urls.deskCodesOff, label: says.turnOff, fields: ownerFields(context, req, "off", off) },
  ];
}

/** The response to a form, without its own URL, so that it cannot be requested again. */
function recoveryPage({ words, urls }: Context, codes: string[], cookie: string): DeskAnswer<CodesView> {
  const recovery = { codes, doneUrl: urls.deskAccount };
  return { title: words.desk.account.codes.recoveryTitle, cookie, view: { errors: [], setUp: null, changes: [], recovery } };
}
