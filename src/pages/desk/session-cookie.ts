import type { IncomingMessage } from "node:http";
import type { Context } from "../../site/site.ts";
import { deskPath } from "../../site/urls.ts";

type WithSettings = Pick<Context, "settings">;

/**
 * Returns the cookie of the desk. It is not called `__Host-…`, which would require Path=/ and so send it with every public page;
 * `__Secure-` remains possible with TLS. It is a session cookie; the server decides how long the session lasts.
 */
export function sessionCookie(context: WithSettings, id: string): string {
  return `${nameFor(context)}=${id}; ${attributesFor(context)}`;
}

/** Returns the cookie that deletes it. */
export function expiredCookie(context: WithSettings): string {
  return `${nameFor(context)}=; Max-Age=0; ${attributesFor(context)}`;
}

/** Returns the id in the cookie; null if there is none, or several, because one of them was set by somebody else. */
export function sessionIdIn({ headers }: IncomingMessage, context: WithSettings): string | null {
  const start = `${nameFor(context)}=`;
  const cookies = (headers.cookie ?? "").split(";").map((cookie) => cookie.trim());
  const [first, ...others] = cookies.filter((cookie) => cookie.startsWith(start));
  return first === undefined || others.length > 0 ? null : first.slice(start.length);
}

function isBehindTls({ settings }: WithSettings): boolean {
  return settings.siteUrl.startsWith("https:");
}

function nameFor(context: WithSettings): string {
  return isBehindTls(context) ? "__Secure-desk" : "desk";
}

function attributesFor(context: WithSettings): string {
  return `Path=${deskPath}; HttpOnly; SameSite=Strict${isBehindTls(context) ? "; Secure" : ""}`;
}
