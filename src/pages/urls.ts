import { type Filter, filterQuery, type Questions } from "../facets/filter.ts";

/** Every address on the site. Nobody else glues one by hand. */
export const urls = {
  home: "/",
  programs: "/programs",
  program: (id: string) => `/programs/${id}`,
  names: "/names.json",
  meetings: "/meetings",
  meeting: (id: string) => `/meetings/${id}`,
  library: "/library",
  document: (id: string) => `/library/${id}`,
  places: "/places",
  place: (state: string) => `/places/${state}`,
  guidance: "/guidance",
  helpNow: "/help-now",
  about: "/about",
  privacy: "/privacy",
  accessibility: "/accessibility",
  health: "/healthz",
  robots: "/robots.txt",
  sitemap: "/sitemap.xml",
};

/** The address of a question: `/programs?format=phone`. */
export function filterUrl(base: string, questions: Questions, filter: Filter): string {
  const query = filterQuery(questions, filter);
  return query ? `${base}?${query}` : base;
}

/** An address with these parameters added to it; an empty one is left out. */
export function withQuery(address: string, parameters: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value !== "")).toString();
  return query ? `${address}${address.includes("?") ? "&" : "?"}${query}` : address;
}

/** Whether an address says what the reader typed: words, or a place. */
export const holdsOwnWords = (address: string) => /[?&](q|near)=/.test(address);

/** Where the exit link leads: a page that anybody may have open. */
export const exitUrl = "https://www.weather.gov/";

/** A point on the map, as phones open it and as a page. */
export const geoUrl = (latitude: number, longitude: number) => `geo:${latitude},${longitude}`;
export const mapUrl = (latitude: number, longitude: number) =>
  `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=16/${latitude}/${longitude}`;

/** A number as phones dial it: 988 stays, +18557337762 stays. */
export const callUrl = (number: string) => `tel:${number}`;
export const textUrl = (number: string) => `sms:${number}`;

/** A mail link with its subject filled in. */
export const mailUrl = (address: string, subject?: string) =>
  `mailto:${address}${subject ? `?subject=${encodeURIComponent(subject)}` : ""}`;
