import { type Fields, isObject } from "../record.ts";
import { type Fetched, fetchFeed } from "./fetch.ts";

/** Feeds that come in pages (Airtable, The Events Calendar, BMLT with page_size and many others): all pages are joined into one. */

const maxPages = 200;
const maxCharacters = 64 * 1024 * 1024;

type FetchOptions = Parameters<typeof fetchFeed>[1];

/** Fetches a feed with all its next pages on the same server, one after the other. If one page fails, the whole fetch fails. Never throws. */
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
  // The ETag and date of the first page do not cover the others.
  return joined
    ? { kind: "fetched", text: JSON.stringify(joined), etag: null, lastModified: null }
    : failed("The pages of the feed hold no list of one name.");
}

/** Fetches one of the later pages; resolves to the failure if it did not come. */
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
/** How many characters at each end of a response are searched for a next page. */
const ends = 4000;

/** Whether there may be a next page. Most feeds name none, and are not parsed here. */
function mayHaveNext(url: string, text: string): boolean {
  return pageSizeOf(url) !== null || namesNext.test(text.slice(0, ends)) || namesNext.test(text.slice(-ends));
}

/** Returns the page size that BMLT was asked for, or null. BMLT numbers its pages from 1, and names no next one. */
function pageSizeOf(url: string): number | null {
  const size = Number(new URL(url).searchParams.get("page_size"));
  return Number.isInteger(size) && size > 0 ? size : null;
}

/** Returns a response's object, or its bare list as `meetings`; null if it is neither. */
function pageIn(text: string): Fields | null {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? { meetings: value } : isObject(value) ? value : null;
  } catch {
    return null;
  }
}

/** Returns the address of the next page; null after the last, and if it is on another server. */
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

/** Joins pages into one object with the records of all and their formats, which differ by page; null if they have no list in common. */
function joinPages(pages: readonly Fields[]): Fields | null {
  const name = lists.find((key) => pages.every((page) => Array.isArray(page[key])));
  const formats = pages.flatMap((page) => (Array.isArray(page["formats"]) ? page["formats"] : []));
  return name === undefined ? null : { [name]: pages.flatMap((page) => page[name]), ...(formats.length > 0 && { formats }) };
}
