import type { Request } from "express";
import { writeWhenFree } from "../../database/write-when-free.ts";
import type { Editor } from "../../editors/editor.ts";
import { findLink, useLink } from "../../editors/links.ts";
import { hashPassword } from "../../editors/password.ts";
import { faultInPassword, maxPasswordLength, minPasswordLength, type PasswordFault } from "../../editors/password-faults.ts";
import type { Edition } from "../../site/edition.ts";
import type { Context, Site } from "../../site/site.ts";
import { withQuery } from "../../site/urls.ts";
import { exactField, field } from "../../web/form.ts";
import { type DeskAnswer, openDeskPage } from "./desk-page.ts";
import { type DeskField, errorsOf, type FormError, makeField } from "./field.ts";
import { guessableWords } from "./guessable-words.ts";
import type { DeskRoute } from "./route.ts";
import { expiredCookie } from "./session-cookie.ts";

interface LinkView {
  action: string;
  /** Null if the link no longer works. */
  form: { token: string; lead: string; name: DeskField; password: DeskField; errors: FormError[] } | null;
}

/**
 * Returns the routes of a one-time link, where an editor chooses a password to sign in with. Opening it only shows the form; submitting
 * uses it up.
 */
export function linkRoutes(site: Site, edition: Edition): readonly DeskRoute[] {
  const { urls } = edition;
  const ask = openDeskPage<LinkView>(site, edition, "desk/link", (context, req) => {
    const token = String(req.query["token"] ?? "");
    return linkPage(context, token, findLink(context.db, token, context.now), null);
  });
  const choose = openDeskPage<LinkView>(site, edition, "desk/link", takePassword);
  return [
    { method: "get", path: urls.deskLink, role: "nobody", handler: ask },
    { method: "post", path: urls.deskLink, role: "nobody", handler: choose },
  ];
}

async function takePassword(context: Context, req: Request): Promise<DeskAnswer<LinkView>> {
  const { db, now, urls } = context;
  const token = field(req, "token");
  const password = exactField(req, "password");
  const editor = findLink(db, token, now);
  const fault = editor && (await faultInPassword(password, guessableWords(context, editor)));
  if (editor === null || fault !== null) return linkPage(context, token, editor, fault);
  const hashed = await hashPassword(password);
  await writeWhenFree(db, () => useLink(db, token, hashed, now));
  return { goTo: withQuery(urls.deskSignIn, { changed: "1" }), cookie: expiredCookie(context) };
}

function linkPage({ words, urls }: Context, token: string, editor: Editor | null, fault: PasswordFault | null): DeskAnswer<LinkView> {
  const { link, password: says, signIn } = words.desk;
  if (editor === null) return { title: link.over, status: 404, view: { action: urls.deskLink, form: null } };
  const password = makeField({
    name: "password",
    label: says.next,
    hint: says.nextHint(minPasswordLength),
    error: fault && says.faults(fault, minPasswordLength, maxPasswordLength),
    type: "password",
    autocomplete: "new-password",
  });
  const name = makeField({ name: "name", label: signIn.name, value: editor.name, autocomplete: "username", required: false });
  const lead = link.lead(editor.name, minPasswordLength);
  return {
    title: link.title,
    status: fault === null ? 200 : 422,
    view: { action: urls.deskLink, form: { token, lead, name, password, errors: errorsOf([password]) } },
  };
}
