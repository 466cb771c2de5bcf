import type { LinkUse } from "./link.ts";

/** Returns every web address in a listing or page, at any depth, with its place. An address in the middle of a text does not count. */
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
