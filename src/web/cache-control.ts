/** Five minutes without revalidation: going back and forth costs nothing on a slow connection. */
const maxAge = { "until the data changes": "max-age=300", "a minute": "max-age=60" } as const;

/** How long a cached page stays valid, in words. */
export type Lasting = keyof typeof maxAge;

/** Returns the Cache-Control header of a page; one that contains the reader's own words is private. */
export function cacheControl(lasting: Lasting, isPersonal: boolean): string {
  return `${isPersonal ? "private" : "public"}, ${maxAge[lasting]}`;
}
