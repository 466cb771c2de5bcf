import { decodeHTML } from "entities";
import { type Note, short } from "./repair.ts";

/** Web addresses that anybody may follow. */

/** The first address in a value; null for other schemes, editors' pages and what is no address. */
export function linkOf(value: unknown, note: Note): string | null {
  if (typeof value !== "string" || value.trim() === "") return null;
  const link = publicLink(spelled(value));
  if (link !== value.trim()) note("link", hostOf(value));
  return link;
}

/** Without entities and invisible letters, the digits of a Zoom room together, and one address where two run into each other. */
function spelled(value: string): string {
  const text = value.replaceAll("&amp;", "&").replace(/&(?:#\d+|#x[\da-f]+|[a-z]+);/gi, (entity) => decodeHTML(entity));
  return text
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, "")
    .trim()
    .replace(/(zoom\.us\/[jsw]\/) *(\d{3}) +(\d{3,4}) +(\d{3,4})(?!\d)/gi, "$1$2$3$4")
    .replace(/(zoom\.us\/[jsw]\/) +(?=\d{9})/gi, "$1")
    .replace(/(https?:\/\/[^\s?]+?\/[^\s?]*[a-z\d])https?:\/\/.*$/i, "$1");
}

/** The address of a room at one of the known places to meet online; people often write it into their notes alone. */
export function roomIn(text: string | null, note: Note): string | null {
  const room = text?.match(
    /https?:\/\/(?:[\w-]+\.)*(?:zoom\.us|meet\.google\.com|teams\.(?:microsoft|live)\.com|webex\.com|gotomeet(?:ing)?\.com|goto\.com|freeconferencecall\.com|jit\.si)\/[^\s<>"]+/i,
  );
  if (!room) return null;
  note("link", hostOf(room[0]));
  return linkOf(room[0], () => undefined);
}

/** What stands beside the addresses in a text: "Passcode: calm". */
export function besideLinks(text: string | null): string | null {
  const rest = (text ?? "").replace(/(?:https?:\/\/|www\.)\S+|^\S+\.\S+$/gi, " ").replace(/\s+/g, " ");
  return rest.replace(/^[\s,;:.()-]+|[\s,;:(-]+$/g, "") || null;
}

/** Pages on which insiders change things, and keys that open them. */
const insiders = /wp-admin|wp-login|[?&]action=edit|[?&]edit_key=|\/post\.php/;

function publicLink(text: string): string | null {
  const found = linkIn(text);
  const url = found ? joined(unwrapped(new URL(found))) : null;
  if (!url || (/(^|\.)zoom\.us$/.test(url.hostname) && url.pathname.length < 2) || url.href.length > 2000 || insiders.test(url.href))
    return null;
  if (!url.username && !url.password) return url.href === new URL(found!).href ? found : url.href;
  [url.username, url.password] = ["", ""];
  return url.href;
}

/** The first address in a text; "www.zoom.us/j/123" is one too, and "htps//zoom.us" was meant as one. */
function linkIn(text: string): string | null {
  const mended = text.replace(/^(?:h?t{1,3}ps?\s*(?::\s*\/+|:?\/\/)\s*)+(?=[\w-]+\.)/i, (scheme) =>
    /^http:\/\/$/i.test(scheme) ? scheme : "https://",
  );
  const bare = /^[a-z\d-]{1,63}(\.[a-z\d-]{1,63}){1,6}([/?#]\S*)?$/i;
  const found = mended.match(/https?:\/\/[^\s<>"']+/i)?.[0] ?? (bare.test(text) ? `https://${text}` : "");
  const link = found.replace(/[.,;:!]+$/, "").replace(/^([^(]*)\)+$/, "$1");
  return URL.canParse(link) && new URL(link).hostname.includes(".") ? link : null;
}

/** Mail programs and search engines wrap the links that pass through them; those links tell on whoever follows them. Null where nothing is inside. */
function unwrapped(url: URL): URL | null {
  const inner = wrappedIn(url);
  if (inner === null) return url;
  const link = linkIn(inner);
  return link ? new URL(link) : null;
}

/** The address inside a wrapper, "" where it cannot be read; null where this is no wrapper. */
function wrappedIn({ hostname, pathname, searchParams, href }: URL): string | null {
  if (hostname.endsWith(".safelinks.protection.outlook.com")) return searchParams.get("url") ?? "";
  if (/(^|\.)google\.com$/.test(hostname) && pathname === "/url") return searchParams.get("q") ?? searchParams.get("url") ?? "";
  if (hostname === "l.facebook.com" && pathname === "/l.php") return searchParams.get("u") ?? "";
  if (hostname === "urldefense.com" && pathname.startsWith("/v3/__")) return href.match(/\/v3\/__(.*?)__;/)?.[1] ?? "";
  if (hostname !== "urldefense.proofpoint.com") return null;
  return decoded((searchParams.get("u") ?? "").replaceAll("_", "/").replace(/-([\dA-F]{2})/gi, "%$1"));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}

/** Zoom's address for the host, with the host's key, or with somebody's name, as the one for everybody. */
function joined(url: URL | null): URL | null {
  if (!url || !/(^|\.)zoom\.us$/.test(url.hostname)) return url;
  for (const key of ["zak", "uname"]) url.searchParams.delete(key);
  url.pathname = url.pathname.replace(/^\/s\/(?=\d)/, "/j/");
  return url;
}

/** All that a report says of a link: the rest may hold a password, or an address may be somebody's own. */
function hostOf(value: string): string {
  const found = linkIn(value.trim());
  return found ? new URL(found).host : (short(value).match(/^[a-z]{2,12}:/i)?.[0] ?? "not a link");
}
