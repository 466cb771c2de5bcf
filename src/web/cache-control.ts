/** Five minutes without asking: going back and forth costs nothing on a weak line. */
const maxAge = { "until the data changes": "max-age=300", "a minute": "max-age=60" } as const;

/** How long a page that is kept stays true, in words. */
export type Lasting = keyof typeof maxAge;

/** The header that tells readers how long they may keep a page; one that holds their own words is kept by nobody else. */
export function cacheControl(lasting: Lasting, isPersonal: boolean): string {
  return `${isPersonal ? "private" : "public"}, ${maxAge[lasting]}`;
}
