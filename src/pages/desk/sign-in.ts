import type { Request } from "express";
import { writeWhenFree } from "../../database/write-when-free.ts";
import { endSession } from "../../editors/sessions.ts";
import { signInEditor } from "../../editors/sign-in.ts";
import type { Edition } from "../../site/edition.ts";
import type { Context, Site } from "../../site/site.ts";
import { deskPath } from "../../site/urls.ts";
import { TooMany } from "../../web/errors.ts";
import { exactField, field } from "../../web/form.ts";
import { limitSources, type SourceLimit } from "../../web/source-limits.ts";
import { type DeskAnswer, deskPage, openDeskPage } from "./desk-page.ts";
import { type DeskField, type FormError, makeField } from "./field.ts";
import type { DeskRoute } from "./route.ts";
import { expiredCookie, sessionCookie } from "./session-cookie.ts";
import { sessionOf, visitOf } from "./visit.ts";

interface SignInView {
  action: string;
  /** Where to go afterwards. */
  to: string;
  /** Whether a password was just set. */
  isChanged: boolean;
  fields: DeskField[];
  errors: FormError[];
}

/** Attempts per source, under any name; counted before hashing, so that concurrent ones count too. */
const maxTries = { max: 20, period: 15 * 60_000 };

/** Returns the routes to sign in and out. */
export function signInRoutes(site: Site, edition: Edition): readonly DeskRoute[] {
  const { urls } = edition;
  const tries = limitSources({ now: site.now, ...maxTries });
  const ask = openDeskPage<SignInView>(site, edition, "desk/sign-in", (context, req) => {
    const to = safeWay(String(req.query["to"] ?? ""));
    if (visitOf(req).session !== null) return { goTo: to };
    return formAgain(context, { to, name: "", isChanged: req.query["changed"] !== undefined });
  });
  const signIn = openDeskPage<SignInView>(site, edition, "desk/sign-in", (context, req) => takeSignIn(context, req, tries));
  const signOut = deskPage(site, edition, "desk/sign-in", async (context, req) => {
    await writeWhenFree(context.db, () => endSession(context.db, sessionOf(req).hash));
    return { goTo: urls.deskSignIn, cookie: expiredCookie(context) };
  });
  return [
    { method: "get", path: urls.deskSignIn, role: "nobody", handler: ask },
    { method: "post", path: urls.deskSignIn, role: "nobody", handler: signIn },
    { method: "post", path: urls.deskSignOut, role: "editor", handler: signOut },
  ];
}

async function takeSignIn(context: Context, req: Request, tries: SourceLimit): Promise<DeskAnswer<SignInView>> {
  const { db, now, words } = context;
  const given = { name: field(req, "name"), password: exactField(req, "password"), code: field(req, "code") };
  const form = { name: given.name, to: safeWay(field(req, "to", 2000)), isChanged: false };
  try {
    tries.take(req);
    const signedIn = await signInEditor(db, given, now, visitOf(req).session?.hash ?? null);
    if (signedIn !== null) {
      visitOf(req).account = signedIn.account;
      return { goTo: form.to, cookie: sessionCookie(context, signedIn.session) };
    }
    return { ...formAgain(context, form, words.desk.signIn.failed), status: 422 };
  } catch (error) {
    if (!(error instanceof TooMany)) throw error;
    const { retryAfter } = error;
    return { ...formAgain(context, form, words.desk.signIn.wait(retryAfter)), status: 429, retryAfter };
  }
}

function formAgain(
  { words, urls }: Context,
  { name, to, isChanged }: { name: string; to: string; isChanged: boolean },
  error: string | null = null,
): { title: string; view: SignInView } {
  const { signIn } = words.desk;
  return {
    title: signIn.title,
    view: {
      action: urls.deskSignIn,
      to,
      isChanged,
      errors: error === null ? [] : [{ text: error, href: null }],
      fields: [
        makeField({ name: "name", label: signIn.name, value: name, autocomplete: "username" }),
        makeField({ name: "password", label: signIn.password, type: "password", autocomplete: "current-password" }),
        makeField({
          name: "code",
          label: signIn.code,
          hint: signIn.codeHint,
          autocomplete: "one-time-code",
          required: false,
        }),
      ],
    },
  };
}

/** Allows only addresses of the desk, because anybody can make a link with this parameter. */
function safeWay(wanted: string): string {
  const base = "http://desk.invalid";
  if (!URL.canParse(wanted, base)) return deskPath;
  const { origin, pathname, search } = new URL(wanted, base);
  return origin === base && pathname.startsWith(`${deskPath}/`) ? pathname + search : deskPath;
}
