import { decodeHTML } from "entities";
import type { ReportRepair } from "../record.ts";
import { excerpt } from "./text.ts";

/** Web addresses that anybody may follow. */

/** The first address in a value; null for other schemes, editors' pages and what is not an address. */
export function linkOf(value: unknown, repaired: ReportRepair): string | null {
  if (typeof value !== "string" || value.trim() === "") return null;
  const link = publicLink(spelledOut(value));
  if (link !== value.trim()) repaired("link", hostOf(value));
  return link;
}

/** The text without entities and invisible letters, the digits of a Zoom room together, and one address where two run into each other. */
function spelledOut(value: string): string {
  const text = value.replaceAll("&amp;", "&").replace(/&(?:#\d+|#x[\da-f]+|[a-z]+);/gi, (entity) => decodeHTML(entity));
  return text
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, "")
    .trim()
    .replace(/(zoom\.us\/[jsw]\/) *(\d{3}) +(\d{3,4}) +(\d{3,4})(?!\d)/gi, "$1$2$3$4")
    .replace(/(zoom\.us\/[jsw]\/) +(?=\d{9})/gi, "$1")
    .replace(/(https?:\/\/[^\s?]+?\/[^\s?]*[a-z\d])https?:\/\/.*$/i, "$1");
}

/** The address of a room at a known service for meeting online; people often write it into the notes alone. */
export function roomIn(text: string | null, repaired: ReportRepair): string | null {
  const room = text?.match(
    /https?:\/\/(?:[\w-]+\.)*(?:zoom\.us|meet\.google\.com|teams\.(?:microsoft|live)\.com|webex\.com|gotomeet(?:ing)?\.com|goto\.com|freeconferencecall\.com|jit\.si)\/[^\s<>"]+/i,
  );
  if (!room) return null;
  repaired("link", hostOf(room[0]));
  return linkOf(room[0], () => undefined);
}

/** What a text says beside the addresses in it: "Passcode: calm". */
export function besideLinks(text: string | null): string | null {
  const rest = (text ?? "").replace(/(?:https?:\/\/|www\.)\S+|^\S+\.\S+$/gi, " ").replace(/\s+/g, " ");
  return rest.replace(/^[\s,;:.()-]+|[\s,;:(-]+$/g, "") || null;
}

/** Pages on which insiders change things, and keys that open them. */
const insiders = /wp-admin|wp-login|[?&]action=edit|[?&]edit_key=|\/post\.php/;

function publicLink(text: string): string | null {
  const found = linkIn(text);
  const url = found ? forEverybody(unwrapped(new URL(found))) : null;
  if (!url || (/(^|\.)zoom\.us$/.test(url.hostname) && url.pathname.length < 2) || url.href.length > 2000 || insiders.test(url.href))
    return null;
  if (!url.username && !url.password) return url.href === new URL(found!).href ? found : url.href;
  [url.username, url.password] = ["", ""];
  return url.href;
}

/** The first address in a text; "www.zoom.us/j/123" is one too, and "htps//zoom.us" was meant as one. */
function linkIn(text: string): string | null {
  const repaired = text.replace(/^(?:h?t{1,3}ps?\s*(?::\s*\/+|:?\/\/)\s*)+(?=[\w-]+\.)/i, (scheme) =>
    /^http:\/\/$/i.test(scheme) ? scheme : "https://",
  );
  const bare = /^[a-z\d-]{1,63}(\.[a-z\d-]{1,63}){1,6}([/?#]\S*)?$/i;
  const found = repaired.match(/https?:\/\/[^\s<>"']+/i)?.[0] ?? (bare.test(text) ? `https://${text}` : "");
  const link = found.replace(/[.,;:!]+$/, "").replace(/^([^(]*)\)+$/, "$1");
  return URL.canParse(link) && new URL(link).hostname.includes(".") ? link : null;
}

/** Mail programs and search engines wrap links to see who follows them. Null where a wrapper holds no link. */
function unwrapped(url: URL): URL | null {
  const inner = wrappedIn(url);
  if (inner === null) return url;
  const link = linkIn(inner);
  return link ? new URL(link) : null;
}

/** The address inside a wrapper, "" where it cannot be read; null where this is not a wrapper. */
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

/** Zoom's address for everybody, from the one for the host, with the host's key, or with somebody's name. */
function forEverybody(url: URL | null): URL | null {
  if (!url || !/(^|\.)zoom\.us$/.test(url.hostname)) return url;
  for (const key of ["zak", "uname"]) url.searchParams.delete(key);
  url.pathname = url.pathname.replace(/^\/s\/(?=\d)/, "/j/");
  return url;
}

/** All that a report says of a link: the rest may hold a password, or an address may be somebody's own. */
function hostOf(value: string): string {
  const found = linkIn(value.trim());
  return found ? new URL(found).host : (excerpt(value).match(/^[a-z]{2,12}:/i)?.[0] ?? "not a link");
}
