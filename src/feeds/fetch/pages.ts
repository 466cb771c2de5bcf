import { type Fields, isObject } from "../record.ts";
import { type Fetched, fetchFeed } from "./fetch.ts";

/** A feed that comes a page at a time (Airtable, The Events Calendar and many others): all its pages as one. */

const maxPages = 200;
const maxCharacters = 64 * 1024 * 1024;

type FetchOptions = Parameters<typeof fetchFeed>[1];

/** Fetches a feed, and where an answer names a next page on the same server that one too, one after the other. If one page fails, all of it has. Never throws. */
export async function fetchAllPages(url: string, options: FetchOptions): Promise<Fetched> {
  const first = await fetchFeed(url, options);
  if (first.kind !== "fetched") return first;
  const pages = [mayHaveNext(first.text) ? pageIn(first.text) : null];
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
function mayHaveNext(text: string): boolean {
  return namesNext.test(text.slice(0, ends)) || namesNext.test(text.slice(-ends));
}

/** An answer's object; null where it is none. */
function pageIn(text: string): Fields | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

/** The address of the page after one; null for the last, and where it is on another server. */
function nextPageOf(url: string, page: Fields | null): string | null {
  if (page === null) return null;
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

const lists = ["records", "events", "meetings", "data", "results", "items", "list"];

/** One object with the records of all pages, and the formats of the first; null where they have no list in common. */
function joinPages(pages: readonly Fields[]): Fields | null {
  const name = lists.find((key) => pages.every((page) => Array.isArray(page[key])));
  return name === undefined ? null : { [name]: pages.flatMap((page) => page[name]), formats: pages[0]?.["formats"] };
}
