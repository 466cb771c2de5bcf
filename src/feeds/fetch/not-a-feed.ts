import { challengeIn } from "../../fetch/challenge.ts";
import { isObject } from "../record.ts";

/** What strangers send in place of a feed: pages, guards against robots, errors. */

/** What was sent in place of a feed: "a bot challenge (Cloudflare)", "a web page (“Not found”)". Null where it may be a feed. */
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

/** The first readable words of a page. */
function firstWords(html: string): string {
  const text = html
    .slice(0, 20_000)
    .replace(/<(script|style)\b[\s\S]*?(<\/\1>|$)|<[^<>]*>/gi, " ")
    .replace(/\s+/g, " ");
  return text.trim().slice(0, 80).trimEnd();
}

/** What an answer in JSON says went wrong, at most a few levels down; null where it says nothing. */
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

/** What an answer says went wrong; null where it is not JSON or says nothing. */
export function errorInText(text: string): string | null {
  try {
    return errorIn(JSON.parse(text));
  } catch {
    return null;
  }
}
