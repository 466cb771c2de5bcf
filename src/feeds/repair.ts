/** Told of each thing put right: its kind, and the value as it came. */
export type Note = (kind: string, was: unknown) => void;

const dayMinutes = 24 * 60;

/** Minutes after midnight of "19:30", "7:30 PM", "noon", "8p", "0730", 730 or a spreadsheet's 0.8125; null where it is no time. */
export function minutesOf(value: unknown, note: Note): number | null {
  if (value === null || value === undefined || value === "") return null;
  const minutes = readTime(typeof value === "string" ? value.trim().toLowerCase() : value);
  const plain = typeof value === "string" && /^([01]\d|2[0-3]):[0-5]\d$/.test(value);
  if (!plain) note("time", value);
  return minutes;
}

function readTime(value: unknown): number | null {
  if (typeof value === "number") return readNumber(value);
  if (typeof value !== "string" || value.length > 40) return null;
  if (/^(12 ?)?(noon|mediod[ií]a)$/.test(value)) return 720;
  if (/^(12 ?)?(midnight|medianoche)$/.test(value)) return 0;
  if (/^\d{3,4}$|^\d*\.\d{3,}$/.test(value)) return readNumber(Number(value));
  const parts = value.match(/^(\d{1,2})(?:[:.h](\d{2}))?(?::\d{2}(?:\.\d+)?)?\s*([ap])?\.?\s?(?:m\.?)?$/);
  return parts ? clock(Number(parts[1]), parts[2], parts[3]) : null;
}

/** 730 is half past seven, 0.8125 the part of a day that spreadsheets keep. A bare 7 may be morning or evening. */
function readNumber(value: number): number | null {
  if (value > 0 && value < 1) return Math.round(value * dayMinutes) % dayMinutes;
  return Number.isInteger(value) && value >= 100 ? clock(Math.floor(value / 100), String(value % 100), undefined) : null;
}

function clock(hour: number, minute: string | undefined, half: string | undefined): number | null {
  const minutes = Number(minute ?? 0);
  if (minutes > 59 || hour > 23 || (half !== undefined && (half === "a" ? hour > 12 : hour < 1))) return null;
  if (half === undefined) return minute === undefined && hour < 13 ? null : hour * 60 + minutes;
  const twelve = hour > 12 ? hour - 12 : hour % 12;
  return (half === "p" ? twelve + 12 : twelve) * 60 + minutes;
}

/** Minutes from start to end; an end before its start is past midnight, an end at its start is no end. */
export function lengthOf(start: number, end: number | null, note: Note): number | null {
  if (end === null || end === start) return null;
  if (end > start) return end - start;
  note("end-past-midnight", `${sayTime(start)}–${sayTime(end)}`);
  return end + dayMinutes - start;
}

function sayTime(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

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
