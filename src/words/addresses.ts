/** Returns the host of a web address as people say it: "ncdhhs.gov". */
export function hostOf(url: string): string {
  return new URL(url).hostname.replace(/^www\./, "");
}

/** Returns a web address as people read it out: "smartrecovery.org/meetings". Anything else stays as it is. */
export function writeAddress(url: string): string {
  return url.replace(/^https?:\/\/(?:www\.)?/, "").replace(/\/$/, "");
}
