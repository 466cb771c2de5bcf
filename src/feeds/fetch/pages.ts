import { type Fields, isObject } from "../record.ts";
import { type Fetched, fetchFeed } from "./fetch.ts";

/** A feed that comes a page at a time (Airtable, The Events Calendar, BMLT with page_size and many others): all its pages as one. */

const maxPages = 200;
const maxCharacters = 64 * 1024 * 1024;

type FetchOptions = Parameters<typeof fetchFeed>[1];

/** Fetches a feed, and where an answer names a next page on the same server that one too, one after the other. If one page fails, all of it has. Never throws. */
export async function fetchAllPages(url: string, options: FetchOptions): Promise<Fetched> {
  const first = await fetchFeed(url, options);
  if (first.kind !== "fetched") return first;
  const pages = [mayHaveNext(url, first.text) ? pageIn(first.text) : null];
  const visited = new Set([url]);
  let [at, size] = [url, first.text.length];
  for (let next = nextPageOf(at, pages[0] ?? null); next !== null; next = nextPageOf(at, pages.at(-1) ?? null)) {
    if (visited.has(next) || pages.length === maxPages || size > maxCharacters) return failed(endless(pages.length));
    const answer = await fetchPage(next, pages.length + 1, options);
    if ("kind" in answer) return answer;
    pages.push(answer.page);
    visited.add(next);
    [at, size] = [next, size + answer.size];
  }
  if (pages.length === 1) return first;
  const joined = joinPages(pages.filter((page) => page !== null));
  // The tags of the first page say nothing of the others.
  return joined
    ? { kind: "fetched", text: JSON.stringify(joined), etag: null, lastModified: null }
    : failed("The pages of the feed hold no list of one name.");
}

/** One of the later pages, or why it did not come. */
async function fetchPage(url: string, number: number, options: FetchOptions): Promise<Fetched | { page: Fields; size: number }> {
  const answer = await fetchFeed(url, { ...options, etag: null, lastModified: null });
  const page = answer.kind === "fetched" ? pageIn(answer.text) : null;
  if (answer.kind === "fetched" && page !== null) return { page, size: answer.text.length };
  return failed(`Page ${number} of the feed did not come: ${answer.kind === "failed" ? answer.reason : "it is no page like the first."}`);
}

const failed = (reason: string): Fetched => ({ kind: "failed", reason });

const endless = (pages: number) =>
  `The feed goes on after ${pages} pages, in a circle or beyond what is read. Ask for more at once, or for less.`;

const namesNext = /"(?:offset|next_rest_url|next_page_url|next)"\s*:\s*"/;
/** Characters at each end of an answer where a next page is named. */
const ends = 4000;

/** Most feeds name no next page, and are not parsed here. */
function mayHaveNext(url: string, text: string): boolean {
  return pageSizeOf(url) !== null || namesNext.test(text.slice(0, ends)) || namesNext.test(text.slice(-ends));
}

/** How many records BMLT was asked for at a time; it numbers its pages from 1, and names no next one. */
function pageSizeOf(url: string): number | null {
  const size = Number(new URL(url).searchParams.get("page_size"));
  return Number.isInteger(size) && size > 0 ? size : null;
}

/** An answer's object, or its bare list under a name; null where it is neither. */
function pageIn(text: string): Fields | null {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? { meetings: value } : isObject(value) ? value : null;
  } catch {
    return null;
  }
}

/** The address of the page after one; null for the last, and where it is on another server. */
function nextPageOf(url: string, page: Fields | null): string | null {
  if (page === null) return null;
  const size = pageSizeOf(url);
  if (size !== null && Array.isArray(page["meetings"])) return page["meetings"].length === size ? numberedAfter(url) : null;
  const links = isObject(page["links"]) ? page["links"] : {};
  const named = [page["next_rest_url"], page["next_page_url"], page["next"], links["next"]].find(
    (link) => typeof link === "string" && link !== "",
  );
  const [from, offset] = [new URL(url), page["offset"]];
  if (typeof named !== "string") {
    if (typeof offset !== "string" || offset === "" || !Array.isArray(page["records"])) return null;
    from.searchParams.set("offset", offset);
    return from.href;
  }
  if (!URL.canParse(named, url)) return null;
  const to = new URL(named, url);
  return to.host === from.host && (to.protocol === from.protocol || to.protocol === "https:") ? to.href : null;
}

function numberedAfter(url: string): string {
  const next = new URL(url);
  next.searchParams.set("page_num", String(Number(next.searchParams.get("page_num") ?? 1) + 1));
  return next.href;
}

const lists = ["records", "events", "meetings", "data", "results", "items", "list"];

/** One object with the records of all pages and the formats beside them, which are each page's own; null where they have no list in common. */
function joinPages(pages: readonly Fields[]): Fields | null {
  const name = lists.find((key) => pages.every((page) => Array.isArray(page[key])));
  const formats = pages.flatMap((page) => (Array.isArray(page["formats"]) ? page["formats"] : []));
  return name === undefined ? null : { [name]: pages.flatMap((page) => page[name]), ...(formats.length > 0 && { formats }) };
}
