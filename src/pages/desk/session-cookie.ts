import type { IncomingMessage } from "node:http";
import type { Context } from "../../site/site.ts";
import { deskPath } from "../../site/urls.ts";

type WithSettings = Pick<Context, "settings">;

/**
 * The cookie of the desk. It is not called `__Host-…`, because that would need Path=/ and be sent with every public page; `__Secure-` is what
 * remains behind TLS. It ends with the browser; how long the session lasts is the server's to say.
 */
export function sessionCookie(context: WithSettings, id: string): string {
  return `${nameFor(context)}=${id}; ${attributesFor(context)}`;
}

/** What takes it back. */
export function expiredCookie(context: WithSettings): string {
  return `${nameFor(context)}=; Max-Age=0; ${attributesFor(context)}`;
}

/** The id in the cookie; null where there is none, or several: one of those was set by somebody else. */
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
