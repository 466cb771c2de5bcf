/** Told of each thing put right: its kind, and the value as it came. */
export type Note = (kind: string, was: unknown) => void;

/** A whole day such as 2024-05-31 from whatever stamp begins with one; null for others and for days that do not exist. */
export function dayStamp(value: unknown): string | null {
  const day = typeof value === "string" ? value.trim().match(/^(?:19|20)\d{2}-\d{2}-\d{2}/)?.[0] : undefined;
  const date = day ? new Date(`${day}T00:00:00Z`) : null;
  return date && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day!) ? day! : null;
}

/** A point on the earth from numbers or strings; null at 0,0, out of range or unreadable. */
export function pointOf(latitude: unknown, longitude: unknown, note: Note): { latitude: number; longitude: number } | null {
  if (isBlank(latitude) && isBlank(longitude)) return null;
  const point = { latitude: degrees(latitude), longitude: degrees(longitude) };
  const known = Math.abs(point.latitude) <= 90 && Math.abs(point.longitude) <= 180 && (point.latitude !== 0 || point.longitude !== 0);
  if (!known || typeof latitude === "string" || typeof longitude === "string")
    note("coordinates", `${short(latitude)}, ${short(longitude)}`);
  return known ? point : null;
}

const isBlank = (value: unknown) => value === null || value === undefined || value === "";

function degrees(value: unknown): number {
  if (typeof value === "number") return value;
  return typeof value === "string" && /^\s*[+-]?\d{1,3}(\.\d+)?\s*$/.test(value) ? Number(value) : Number.NaN;
}

/** A web address anybody may follow; null for other schemes, editors' pages and what is no address. */
export function linkOf(value: unknown, note: Note): string | null {
  if (typeof value !== "string" || value.trim() === "") return null;
  const link = publicLink(value.trim().replaceAll("&amp;", "&"));
  if (link !== value.trim()) note("link", hostOf(value));
  return link;
}

function publicLink(text: string): string | null {
  const found = linkIn(text);
  const url = found ? unwrapped(new URL(found)) : null;
  if (!url || url.href.length > 2000 || /wp-admin|wp-login|[?&]action=edit/.test(url.href)) return null;
  if (!url.username && !url.password) return url.href === new URL(found!).href ? found : url.href;
  [url.username, url.password] = ["", ""];
  return url.href;
}

/** The first address in a text; "www.zoom.us/j/123" is one too. */
function linkIn(text: string): string | null {
  const bare = /^[a-z\d-]{1,63}(\.[a-z\d-]{1,63}){1,6}([/?#]\S*)?$/i;
  const found = text.match(/https?:\/\/[^\s<>"']+/i)?.[0] ?? (bare.test(text) ? `https://${text}` : "");
  return URL.canParse(found) && new URL(found).hostname.includes(".") ? found : null;
}

/** Mail programs wrap the links in what they forward; those links tell on whoever follows them. */
function unwrapped(url: URL): URL | null {
  if (!/\.safelinks\.protection\.outlook\.com$/.test(url.hostname)) return url;
  const inner = linkIn(url.searchParams.get("url") ?? "");
  return inner ? new URL(inner) : null;
}

/** All that a report says of a link: the rest may hold a password, or an address may be somebody's own. */
function hostOf(value: string): string {
  const found = linkIn(value.trim());
  return found ? new URL(found).host : (value.match(/^[a-z]{2,12}:/i)?.[0] ?? "not a link");
}

/** A value in a few words, for a report. */
export function short(value: unknown): string {
  if (typeof value === "string") return value.slice(0, 120).toWellFormed();
  if (value === undefined) return "";
  return (JSON.stringify(value) ?? "").slice(0, 120).toWellFormed();
}
