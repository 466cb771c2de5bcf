import type { IncomingMessage } from "node:http";
import type { Site } from "../../site/site.ts";
import { deskPath } from "../../site/urls.ts";

/**
 * The cookie of the desk. It is not called `__Host-…`, because that would need Path=/ and be sent with every public page; `__Secure-` is what
 * remains behind TLS. It ends with the browser; how long the session lasts is the server's to say.
 */
export function sessionCookie(site: Site, id: string): string {
  return `${nameFor(site)}=${id}; ${attributesFor(site)}`;
}

/** What takes it back. */
export function expiredCookie(site: Site): string {
  return `${nameFor(site)}=; Max-Age=0; ${attributesFor(site)}`;
}

/** The id in the cookie; null where there is none, or several: one of those was set by somebody else. */
export function sessionIdIn({ headers }: IncomingMessage, site: Site): string | null {
  const start = `${nameFor(site)}=`;
  const cookies = (headers.cookie ?? "").split(";").map((cookie) => cookie.trim());
  const [first, ...others] = cookies.filter((cookie) => cookie.startsWith(start));
  return first === undefined || others.length > 0 ? null : first.slice(start.length);
}

function isBehindTls({ settings }: Site): boolean {
  return settings.siteUrl.startsWith("https:");
}

function nameFor(site: Site): string {
  return isBehindTls(site) ? "__Secure-desk" : "desk";
}

function attributesFor(site: Site): string {
  return `Path=${deskPath}; HttpOnly; SameSite=Strict${isBehindTls(site) ? "; Secure" : ""}`;
}
