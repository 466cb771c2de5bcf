import { isObject } from "../record.ts";

/** Fields of a response that lead to another page: Airtable's offset, The Events Calendar's next_rest_url, and what others use. */
const nextPages = [
  "offset",
  "next_rest_url",
  "next_page_url",
  "nextPageToken",
  "next_page_token",
  "nextPage",
  "next_page",
  "next",
  "next_cursor",
  "cursor",
  "@odata.nextLink",
  "__next",
];
const flags = ["has_more", "hasMore", "hasNextPage", "has_next_page", "has_next", "hasNext", "exceededTransferLimit"];
const lastFlags = ["isLastPage", "is_last_page"];

/** Returns the field, beside the list or in its metadata, that marks a response as one page of several; null if there is none. */
export function saysMorePages(value: unknown, levels = 2): string | null {
  if (!isObject(value)) return null;
  const next = nextPages.find((key) => isNext(key, value[key]));
  const flag = next ?? flags.find((key) => value[key] === true) ?? lastFlags.find((key) => value[key] === false);
  if (flag !== undefined) return flag;
  const total = value["total_pages"] ?? value["totalPages"] ?? value["last_page"] ?? value["pageCount"] ?? value["page_count"];
  if ((typeof total === "number" || typeof total === "string") && Number(total) > 1) return "total_pages";
  if (levels === 1) return null;
  const about = ["pageInfo", "meta", "links", "_links", "pagination", "paging", "page"].map((key) => saysMorePages(value[key], levels - 1));
  return about.find((field) => field !== null) ?? null;
}

/** Whether a value leads to the next page. A numeric offset is that of this page; a link or token is that of the next. */
function isNext(key: string, value: unknown): boolean {
  if (isObject(value)) return typeof value["href"] === "string" && value["href"] !== "";
  if (typeof value === "string") return value.trim() !== "";
  return key !== "offset" && key !== "cursor" && typeof value === "number" && value > 0;
}
