import { challengeIn } from "../../fetch/challenge.ts";
import { isObject } from "../record.ts";

/** Recognizes what servers send in place of a feed: pages, bot challenges, errors. */

/** Describes what was sent in place of a feed: "a bot challenge (Cloudflare)", "a web page (“Not found”)"; null if it may be a feed. */
export function describeWrongContent(text: string): string | null {
  const content = text.replace(/^\uFEFF/, "").trimStart();
  if (content.startsWith("<?xml")) return "XML";
  if (!content.startsWith("<")) return null;
  const start = content.slice(0, 100_000);
  const guard = challengeIn(start);
  if (guard !== null) return `a bot challenge (${guard})`;
  const title = firstWords(start.match(/<title[^<>]*>([^<]*)/i)?.[1] ?? "") || firstWords(start);
  return title === "" ? "a web page" : `a web page (“${title}”)`;
}

/** Returns the first readable words of a page. */
function firstWords(html: string): string {
  const text = html
    .slice(0, 20_000)
    .replace(/<(script|style)\b[\s\S]*?(<\/\1>|$)|<[^<>]*>/gi, " ")
    .replace(/\s+/g, " ");
  return text.trim().slice(0, 80).trimEnd();
}

/** Returns the error that a JSON response describes, a few levels down at most; null if there is none. */
export function errorIn(value: unknown, levels = 3): string | null {
  if (!isObject(value) || levels === 0) return null;
  for (const key of ["message", "error_description", "error", "errors", "detail", "data"]) {
    const said = value[key];
    if (typeof said === "string" && said.trim() !== "") return firstWords(said);
    const within = errorIn(Array.isArray(said) ? said[0] : said, levels - 1);
    if (within !== null) return within;
  }
  return null;
}

/** Returns the error that a response describes; null if it is not JSON or describes none. */
export function errorInText(text: string): string | null {
  try {
    return errorIn(JSON.parse(text));
  } catch {
    return null;
  }
}
