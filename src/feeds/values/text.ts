import { decodeHTML } from "entities";
import sanitizeHtml from "sanitize-html";
import { fixMojibake } from "../fetch/decode.ts";

/** Maximum characters of a value that are read: its tags and entities may be several times as long as its words. */
const maxRead = 16_000;

/** Returns plain text, of at most `max` characters, from text with tags or encoding, even nested; null if nothing is left. */
export function plainText(value: unknown, max = 4000): string | null {
  if (typeof value === "string" && value.length <= max && plain.test(value)) return empty.test(value) ? null : value;
  if (typeof value !== "string" && typeof value !== "number") return null;
  const text = tidy(withoutMarkup(fixMojibake(String(value).slice(0, Math.min(maxRead, max * 4)))));
  return empty.test(text) ? null : text.slice(0, max).toWellFormed().trim();
}

/** A text that needs no repair, as most: printable ASCII without tags, entities and repeated spaces. */
const plain = /^[!-%'-;=-~]+(?: [!-%'-;=-~]+)*$/;

/** What programs and people write for "nothing". */
const empty = /^(?:|null|undefined|nan|none|nil|n\/a|tb[ad]|\[\]|\{\}|\[object object\]|[-–—.?*_,;:/|\s]+)$/i;

/** Returns the first tag, entity or no-break space of a text, for the report; null if there is none. Repeated spaces are not reported. */
export function markIn(value: unknown): string | null {
  if (typeof value !== "string") return null;
  const text = value.slice(0, maxRead);
  if (!/[<&\u0080-\uffff]/.test(text)) return null;
  if (fixMojibake(text) !== text) return "letters of another encoding";
  const mark = text.match(/[\u00a0\u200b\ufeff]|<(?:\/?[a-z]\w*|!--)|&(?:#\d+|#x[\da-f]+|[a-z]\w+);|&#\d+/i)?.[0];
  return mark ? mark.replace("\u00a0", "no-break space") : null;
}

/** Removes tags and decodes entities. Text that was encoded twice shows its tags only after the first decoding. */
function withoutMarkup(text: string): string {
  let plain = text;
  for (let round = 0; round < 3 && /[<&]/.test(plain); round++) {
    const before = plain;
    const lines = decodeHTML(plain).replace(/<(?:br|\/p|\/div|\/li|\/h\d|\/tr)\b[^<>]*>/gi, "\n");
    plain = decodeHTML(sanitizeHtml(lines, { allowedTags: [], allowedAttributes: {} }));
    if (plain === before) break;
  }
  return plain;
}

/** Normalizes spaces and line breaks; drops invisible, control and direction-changing characters; keeps at most one empty line. */
function tidy(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, "\n")
    .replace(/[^\S\n]/g, " ")
    .replace(/[\p{Cc}\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu, (char) => (char === "\n" ? char : ""))
    .replace(/ {2,}/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

/**
 * Returns the start of a value, for a report. Lists and objects are cut to their first values, a few levels deep, because they may be as deep as
 * a feed is long.
 */
export function excerpt(value: unknown): string {
  if (typeof value === "string") return value.slice(0, maxExcerpt).toWellFormed();
  if (value === undefined) return "";
  return (JSON.stringify(shallow(value, 3)) ?? "").slice(0, maxExcerpt).toWellFormed();
}

const maxExcerpt = 120;
/** Maximum values of a list or an object in an excerpt. */
const maxShown = 20;

function shallow(value: unknown, levels: number): unknown {
  if (typeof value === "string") return value.slice(0, maxExcerpt);
  if (typeof value !== "object" || value === null) return value;
  if (levels === 0) return "…";
  if (Array.isArray(value)) return value.slice(0, maxShown).map((one) => shallow(one, levels - 1));
  const entries = Object.entries(value).slice(0, maxShown);
  return Object.fromEntries(entries.map(([key, one]) => [key.slice(0, maxExcerpt), shallow(one, levels - 1)]));
}
