// cspell:ignore sntz

import { readFileSync } from "node:fs";
import { decodeHTML } from "entities";
import { root } from "../../root.ts";
import type { ReportRepair } from "../record.ts";
import { excerpt } from "./text.ts";
import { trimMarks } from "./trim-marks.ts";

/** URLs that anybody may follow. */

/** Maximum characters of a link, and of a value searched for one. */
const maxLength = 2000;

/** Returns the first URL in a value; null for other schemes, editors' pages and what is not a URL. */
export function linkOf(value: unknown, repaired: ReportRepair): string | null {
  if (typeof value !== "string" || value.trim() === "") return null;
  const link = publicLink(plainLink.test(value) ? value : spelledOut(cut(value)));
  if (link !== value.trim()) repaired("link", hostOf(value));
  return link;
}

/** A URL that cannot need repair, as nearly all are: no second URL, entity, space or Google tracking parameter. */
const plainLink = /^https?:\/\/[a-z\d.-]{1,100}(?:\/[\w./-]{0,200}(?:\?pwd=[\w.-]{0,100})?)?$/;

/** Cuts a value to the maximum length, at a word boundary: half a URL leads nowhere. */
function cut(value: string): string {
  if (value.length <= maxLength) return value;
  let end = maxLength;
  while (end > 0 && /\S/.test(value.charAt(end))) end--;
  return value.slice(0, end);
}

/** Zero-width and direction-changing characters, and control characters other than spaces and line breaks. */
const invisible = /[\p{Cf}\ufeff]|(?!\s)\p{Cc}/gu;

/** Decodes entities, removes invisible characters, joins the digits of a Zoom room, and keeps one of two URLs that run together. */
function spelledOut(value: string): string {
  const text = value.replaceAll("&amp;", "&").replace(/&(?:#\d+|#x[\da-f]+|[a-z]+);/gi, (entity) => decodeHTML(entity));
  const readable = text
    .replace(invisible, "")
    // Google Docs adds these to a link that is copied from a document.
    .replace(/[?&]sa=[A-Za-z](?:&(?:source|sntz|ust|usg|cd|ved|opi)=[^\s&]*)+/, "")
    .trim()
    .replace(/(zoom\.us\/[jsw]\/) *(\d{3}) +(\d{3,4}) +(\d{3,4})(?!\d)/gi, "$1$2$3$4")
    .replace(/(zoom\.us\/[jsw]\/) +(?=\d{9})/gi, "$1");
  return firstOfTwo(readable);
}

/** Returns the first URL of "https://zoom.us/j/123https://zoom.us/j/123"; a URL within a path or a query stays. */
function firstOfTwo(text: string): string {
  const starts = [...text.matchAll(/https?:\/\//gi)].map(({ index }) => index);
  const end = starts.find((start, at) => {
    const before = text.slice(starts[at - 1] ?? start, start);
    return /[a-z\d]$/i.test(before) && !/[\s?]/.test(before) && before.indexOf("/", "https://".length) !== -1;
  });
  return text.slice(0, end);
}

/** Returns the URL of a room at a known service for online meetings; people often give it only in the notes. */
export function roomIn(text: string | null, repaired: ReportRepair): string | null {
  const room = text?.match(
    /https?:\/\/(?:[\w-]+\.)*(?:zoom\.us|meet\.google\.com|teams\.(?:microsoft|live)\.com|webex\.com|gotomeet(?:ing)?\.com|goto\.com|freeconferencecall\.com|jit\.si)\/[^\s<>"]+/i,
  );
  if (!room) return null;
  repaired("link", hostOf(room[0]));
  return linkOf(room[0], () => undefined);
}

const zoomRoom =
  /\bzoom\b(?:[ :#=-]{0,3}(?:meeting|room|link|code|number|no\.?|id|is)){0,5}[ :#=-]{0,3}(\d{3}[ -]?\d{3,4}[ -]?\d{3,4})(?![\d-])/i;
const meetingId = /\bmeeting id(?: is)?[ :#=-]{0,3}(\d{3}[ -]?\d{3,4}[ -]?\d{3,4})(?![\d-])/i;

/** Returns the URL of the room whose number a text gives: "Zoom ID: 812 3456 7890". All Zoom URLs have this form. */
export function zoomRoomIn(text: string | null): string | null {
  const [, id] = text?.match(zoomRoom) ?? (/zoom/i.test(text ?? "") ? text?.match(meetingId) : null) ?? [];
  const digits = id?.replace(/\D/g, "") ?? "";
  return /^[1-9]\d{8,10}$/.test(digits) ? `https://zoom.us/j/${digits}` : null;
}

/** Whether a URL is a room to meet in, not a page to read. */
export function isRoom(url: string): boolean {
  return roomIn(url, () => undefined) !== null;
}

/** Returns the text beside its URLs ("Passcode: calm"); null if there is none. */
export function besideLinks(text: string | null): string | null {
  if (text === null || isBareAddress(text)) return null;
  const rest = text.replace(/(?:https?:\/\/|www\.)\S+/gi, " ").replace(/\s+/g, " ");
  return trimMarks(rest, /[\s,;:.()-]/, /[\s,;:(-]/) || null;
}

/** Whether a text is only a URL: "zoom.us/j/123". */
const isBareAddress = (text: string) => !/\s/.test(text) && text.slice(1, -1).includes(".");

type NoWay = "maps" | "money" | "persons" | "services";
const none: Record<NoWay, string[]> = JSON.parse(readFileSync(new URL("data/feeds/links-not-to-join.json", root), "utf8"));
const notToJoin = [...none.maps, ...none.money, ...none.persons];
const services = new Set(none.services);

/** Zoom's rooms and registrations; its other pages are for hosts, or say what Zoom is. */
const zoomRoomPath = /^\/(?:[a-tv-z]|my|wc|(?:meeting|webinar)s?\/(?:register|attendee|\d+\/invitations))\/./i;
const personalPage = /^facebook\.com\/[a-z]{2,20}\.[a-z.\d]{2,30}\/?$/i;

/** Whether a URL is a map, a personal or payment account, a service's own page, or on a computer at home. */
function isNoWayIn({ hostname, pathname }: URL): boolean {
  if (isZoom(hostname)) return !zoomRoomPath.test(pathname);
  if (!/[a-z]/i.test(hostname)) return true;
  const address = hostname.replace(/^(?:www|m)\./, "") + pathname;
  if (services.has(address.replace(/\/$/, "")) || personalPage.test(address)) return true;
  return notToJoin.some((start) => address.startsWith(start) && /^(?:$|[/?])/.test(address.slice(start.length)));
}

const isZoom = (hostname: string) => /(^|\.)zoom(?:gov)?\.(?:us|com)$/.test(hostname);

/** Pages for editing, and the keys that open them. */
const insiders = /wp-admin|wp-login|[?&]action=edit|[?&]edit_key=|\/meeting\/\d+\/edit|\/post\.php/;

function publicLink(text: string): string | null {
  const found = linkIn(text);
  const written = found === null ? null : new URL(found);
  const href = written?.href;
  const url = written && forEverybody(unwrapped(written));
  if (!url || isNoWayIn(url) || url.href.length > 2000 || insiders.test(url.href)) return null;
  if (!url.username && !url.password) return url.href === href ? found : url.href;
  [url.username, url.password] = ["", ""];
  return url.href;
}

/** Returns the first URL in a text, also "www.zoom.us/j/123", and "htps//zoom.us" repaired. */
function linkIn(text: string): string | null {
  const bare = /^[a-z\d-]{1,63}(\.[a-z\d-]{1,63}){1,6}([/?#]\S*)?$/i;
  const found = withOneScheme(text).match(/https?:\/\/[^\s<>"']+/i)?.[0] ?? (bare.test(text) ? `https://${text}` : "");
  const sentence = trimMarks(found, null, /[.,;:!]/);
  const link = sentence.includes("(") ? sentence : trimMarks(sentence, null, /\)/);
  return URL.parse(link)?.hostname.includes(".") ? link : null;
}

/** Reduces a broken or repeated scheme before the host to one: "htps//zoom.us", "http://https://zoom.us". */
function withOneScheme(text: string): string {
  const scheme = /h?t{1,3}ps?\s*(?::\s*\/+|\/\/)\s*/iy;
  let end = 0;
  // One at a time: a pattern that repeats the whole would try every way to share the slashes among its parts.
  while (scheme.test(text)) end = scheme.lastIndex;
  const rest = text.slice(end);
  if (end === 0 || !/^[\w-]+\./.test(rest)) return text;
  return (/^http:\/\/$/i.test(text.slice(0, end)) ? text.slice(0, end) : "https://") + rest;
}

/** Unwraps the tracking links of mail programs and search engines. Null if a wrapper holds no link. */
function unwrapped(url: URL): URL | null {
  const inner = wrappedIn(url);
  if (inner === null) return url;
  const link = linkIn(inner);
  return link ? new URL(link) : null;
}

/** Returns the URL inside a wrapper, "" if it cannot be read; null if this is not a wrapper. */
function wrappedIn({ hostname, pathname, searchParams, href }: URL): string | null {
  if (hostname.endsWith(".safelinks.protection.outlook.com")) return searchParams.get("url") ?? "";
  if (/(^|\.)google\.com$/.test(hostname) && pathname === "/url") return searchParams.get("q") ?? searchParams.get("url") ?? "";
  if (hostname === "l.facebook.com" && pathname === "/l.php") return searchParams.get("u") ?? "";
  if (hostname === "urldefense.com" && pathname.startsWith("/v3/__")) return between(href, "/v3/__", "__;");
  if (hostname !== "urldefense.proofpoint.com") return null;
  return decoded((searchParams.get("u") ?? "").replaceAll("_", "/").replace(/-([\dA-F]{2})/gi, "%$1"));
}

/** Returns the text between two delimiters; "" unless both are there. */
function between(text: string, before: string, after: string): string {
  const from = text.indexOf(before) + before.length;
  return text.slice(from, Math.max(from, text.indexOf(after, from)));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}

/** Turns a host's or a named person's Zoom URL into the one for everybody. */
function forEverybody(url: URL | null): URL | null {
  if (!url || !isZoom(url.hostname)) return url;
  for (const key of ["zak", "uname"]) url.searchParams.delete(key);
  url.pathname = url.pathname.replace(/^\/(?:s\/)?(?=\d{9})|^\/s\/(?=\d)/, "/j/").replace(/^(\/wc\/\d+)\/start$/, "$1/join");
  return url;
}

/** Returns all that a report may show of a link: the rest may hold a password, or the address may be personal. */
function hostOf(value: string): string {
  const found = linkIn(cut(value.trim()));
  return found ? new URL(found).host : (excerpt(value).match(/^[a-z]{2,12}:/i)?.[0] ?? "not a link");
}
