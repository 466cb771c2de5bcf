import type { Express } from "express";
import request, { type Response, type Test } from "supertest";
import type { Editor, Role } from "../../src/editors/editor.ts";
import { hashPassword } from "../../src/editors/password.ts";
import { addEditor, savePassword } from "../../src/editors/save.ts";
import { startSession } from "../../src/editors/sessions.ts";
import { deskRoutes } from "../../src/pages/desk/desk.ts";
import type { DeskRoute } from "../../src/pages/desk/route.ts";
import { editions } from "../../src/site/edition.ts";
import type { Site } from "../../src/site/site.ts";
import type { WebServer } from "../../src/web/server.ts";

/** The fields of a form; of several values each is a ticked box. */
export type FormFields = Readonly<Record<string, string | readonly string[]>>;

/** Somebody who is signed in, and asks and sends as their browser does. */
export interface AtDesk {
  editor: Editor;
  /** The Cookie header. */
  cookie: string;
  get(path: string): Test;
  /** Sends a form from a page of this site. Redirects are not followed. */
  post(path: string, fields?: FormFields): Test;
}

/** The name of the cookie of the desk behind TLS, as the test site has it (tests/support/site.ts). */
export const cookieName = "__Secure-desk";

/** Adds an editor and signs them in without a password, which takes no time; tests/pages/desk/sign-in.test.ts is about the real way. */
export function signIn(app: WebServer | Express, site: Site, role: Role = "editor", name: string = `Dana ${role}`): AtDesk {
  const { db } = site.data;
  const editor = addEditor(db, name, role, new Date(site.now()).toISOString());
  return atDesk(app, editor, `${cookieName}=${startSession(db, editor.id, site.now())}`);
}

/** The desk as somebody with this cookie sees it. */
export function atDesk(app: WebServer | Express, editor: Editor, cookie: string): AtDesk {
  return {
    editor,
    cookie,
    get: (path) => request(app).get(path).set("Cookie", cookie),
    post: (path, fields = {}) => sendForm(app, path, fields).set("Cookie", cookie),
  };
}

/** A form that a page of this site sends, by nobody in particular. */
export function sendForm(app: WebServer | Express, path: string, fields: FormFields) {
  return request(app).post(path).set("Sec-Fetch-Site", "same-origin").type("application/x-www-form-urlencoded").send(encodeForm(fields));
}

/** As browsers write it. */
export function encodeForm(fields: FormFields): string {
  const pairs = Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one] as [string, string]));
  return new URLSearchParams(pairs).toString();
}

/** A password that is taken, and the one that tests sign in with. */
export const goodPassword = "green barn over cold creek";

/** Adds an editor who has this password. */
export async function addWithPassword(site: Site, name: string, role: Role = "editor", password = goodPassword): Promise<Editor> {
  const { db } = site.data;
  const editor = addEditor(db, name, role, new Date(site.now()).toISOString());
  savePassword(db, editor.id, await hashPassword(password));
  return editor;
}

/** The pair of name and value in a Set-Cookie header, as a browser sends it back; "" where none was set. */
export function cookieIn({ headers }: Response): string {
  const cookies: unknown = headers["set-cookie"];
  return Array.isArray(cookies) ? String(cookies[0]).split(";")[0]! : "";
}

/**
 * An address for each page of the desk, by its path in the table of routes (src/pages/desk/desk.ts). `filled` holds an example of each
 * path that has a part such as `:id`; a new one without its line there fails (tests/pages/desk/guard.test.ts).
 */
export function deskAddresses(site: Site, filled: Readonly<Record<string, string>>): { address: string; role: DeskRoute["role"] }[] {
  const pages = deskRoutes(site, editions[0]).filter(({ method, path }) => method === "get" && !path.endsWith(".csv"));
  return pages.map(({ path, role }) => ({ role, address: path.includes(":") ? (filled[path] ?? path) : path }));
}
