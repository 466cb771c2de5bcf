import type { LinkUse } from "./link.ts";

/** Every web address that a listing or a page names, wherever in it: of each the place it is in. An address in the middle of a text is none. */
export function collectLinks(value: unknown, list: LinkUse["list"], subject: string): LinkUse[] {
  return [...new Set(addressesIn(value))].map((url) => ({ url, list, subject }));
}

function addressesIn(value: unknown): string[] {
  if (typeof value === "string") return isWebAddress(value) ? [value] : [];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(addressesIn) : [];
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\/\S+$/i.test(text) && URL.canParse(text);
}
