import { type Filter, filterQuery, type ListSchema } from "../search/filter.ts";

/** Every address of one edition of the site. No other file builds addresses by hand. */
export interface Urls {
  home: string;
  talk: string;
  programs: string;
  program(id: string): string;
  /** The meetings on a program's page, nearest to a place first if one is given. */
  programMeetings(id: string, near?: string): string;
  names: string;
  meetings: string;
  meeting(id: string): string;
  library: string;
  document(id: string): string;
  places: string;
  place(state: string): string;
  /** The lists of meetings, published by fellowships, on a state's page. */
  placeLists(state: string): string;
  guidance: string;
  /** One section of the guidance. */
  guidancePart(id: string): string;
  helpNow: string;
  about: string;
  /** How many listings were right when they were called, and how that is counted; and the same as JSON. */
  accuracy: string;
  accuracyData: string;
  privacy: string;
  accessibility: string;
  report: string;
  /** The form about one listing: `programs/ID`, `library/ID` or `meetings/ID`. */
  reportAbout(about: string): string;
  /** The outcome of a report or a suggestion, by its three words. */
  reportAnswer(reference: string): string;
  suggest: string;
  /** Changes by day; and the same for feed readers. */
  changes: string;
  changesFeed: string;
  /** The public part of the ledger, for copies of the site. */
  ledger: string;
  health: string;
  robots: string;
  sitemap: string;
  desk: string;
  deskSignIn: string;
  deskSignOut: string;
  /** The target of a one-time link, which has its token as a parameter. */
  deskLink: string;
  deskAccount: string;
  deskPassword: string;
  deskCodes: string;
  deskCodesOff: string;
  deskRecovery: string;
  deskSessions: string;
  deskEditors: string;
  deskEditor(id: string): string;
  deskPrograms: string;
  deskLibrary: string;
  deskProgram(id: string): string;
  deskDocument(id: string): string;
  deskMeetings: string;
  deskMeeting(id: string): string;
  deskFeeds: string;
  deskFeed(id: string): string;
  /** A reader's report, by its reference. */
  deskReport(reference: string): string;
  /** A reader's suggestion, by its reference. */
  deskSuggestion(reference: string): string;
  /** Broken or moved links; a single one with its address as `url`. */
  deskBrokenLinks: string;
  /** One complete section of the queue of work for editors. */
  deskQueue(section: string): string;
  /** Where an editor confirms that a listing is still right. */
  deskCheck(list: string, id: string): string;
  deskCalls: string;
  deskAccuracy: string;
  deskClosures: string;
  deskReopen: string;
  deskSpreadsheet: string;
  /** All entries of a list, as a file. */
  deskSheet(list: string): string;
  deskSheetApply: string;
}

/** Path of the desk: its cookie is sent nowhere else. */
export const deskPath = "/desk";

/** Makes the addresses under a base: "" for English, "/es" for Spanish. The desk and addresses for machines have no language and no base. */
export function makeUrls(base: string): Urls {
  return {
    home: base || "/",
    talk: `${base}/talk`,
    programs: `${base}/programs`,
    program: (id) => `${base}/programs/${id}`,
    programMeetings: (id, near) => `${base}/programs/${id}${near ? `?${new URLSearchParams({ near })}` : ""}#meetings`,
    names: `${base}/names.json`,
    meetings: `${base}/meetings`,
    meeting: (id) => `${base}/meetings/${id}`,
    library: `${base}/library`,
    document: (id) => `${base}/library/${id}`,
    places: `${base}/places`,
    place: (state) => `${base}/places/${state}`,
    placeLists: (state) => `${base}/places/${state}#lists`,
    guidance: `${base}/guidance`,
    guidancePart: (id) => `${base}/guidance#${id}`,
    helpNow: `${base}/help-now`,
    about: `${base}/about`,
    accuracy: `${base}/about/accuracy`,
    accuracyData: "/about/accuracy.json",
    privacy: `${base}/privacy`,
    accessibility: `${base}/accessibility`,
    report: `${base}/report`,
    reportAbout: (about) => `${base}/report?about=${encodeURI(about).replace(/[&+#]/g, encodeURIComponent)}`,
    reportAnswer: (reference) => `${base}/report/${reference}`,
    suggest: `${base}/suggest`,
    changes: `${base}/changes`,
    changesFeed: `${base}/changes.atom`,
    ledger: "/ledger",
    health: "/healthz",
    robots: "/robots.txt",
    sitemap: "/sitemap.xml",
    desk: deskPath,
    deskSignIn: `${deskPath}/sign-in`,
    deskSignOut: `${deskPath}/sign-out`,
    deskLink: `${deskPath}/link`,
    deskAccount: `${deskPath}/account`,
    deskPassword: `${deskPath}/account/password`,
    deskCodes: `${deskPath}/account/codes`,
    deskCodesOff: `${deskPath}/account/codes/off`,
    deskRecovery: `${deskPath}/account/recovery-codes`,
    deskSessions: `${deskPath}/account/sessions`,
    deskEditors: `${deskPath}/editors`,
    deskEditor: (id) => `${deskPath}/editors/${id}`,
    deskPrograms: `${deskPath}/programs`,
    deskLibrary: `${deskPath}/library`,
    deskProgram: (id) => `${deskPath}/programs/${id}`,
    deskDocument: (id) => `${deskPath}/library/${id}`,
    deskMeetings: `${deskPath}/meetings`,
    deskMeeting: (id) => `${deskPath}/meetings/${id}`,
    deskFeeds: `${deskPath}/feeds`,
    deskFeed: (id) => `${deskPath}/feeds/${id}`,
    deskReport: (reference) => `${deskPath}/reports/${reference}`,
    deskSuggestion: (reference) => `${deskPath}/suggestions/${reference}`,
    deskBrokenLinks: `${deskPath}/links`,
    deskQueue: (section) => `${deskPath}/today/${section}`,
    deskCheck: (list, id) => `${deskPath}/check/${list}/${id}`,
    deskCalls: `${deskPath}/calls`,
    deskAccuracy: `${deskPath}/accuracy`,
    deskClosures: `${deskPath}/closures`,
    deskReopen: `${deskPath}/closures/open`,
    deskSpreadsheet: `${deskPath}/spreadsheet`,
    deskSheet: (list) => `${deskPath}/spreadsheet/${list}.csv`,
    deskSheetApply: `${deskPath}/spreadsheet/apply`,
  };
}

/** Returns the address of the same page in another edition. */
export function translateUrl(path: string, from: Urls, to: Urls): string {
  const base = ({ programs }: Urls) => programs.slice(0, -"/programs".length);
  return path === from.home ? to.home : base(to) + path.slice(base(from).length);
}

/** Returns the address of a filter over a list: `/programs?format=phone`. */
export function filterUrl(list: string, schema: ListSchema, filter: Filter): string {
  const query = filterQuery(schema, filter);
  return query ? `${list}?${query}` : list;
}

/** Returns the address of the same page in another format: `/meetings?day=monday` becomes `/meetings.ics?day=monday`. */
export function inFormat(url: string, format: string): string {
  const [path = "", ...query] = url.split("?");
  return [`${path}.${format}`, ...query].join("?");
}

/** Returns an address with these parameters added; empty ones are left out. */
export function withQuery(address: string, parameters: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value !== "")).toString();
  return query ? `${address}${address.includes("?") ? "&" : "?"}${query}` : address;
}

/** Returns the address of an action on a listing at the desk. */
export function deskAction(listing: string, action: DeskAction): string {
  return `${listing}/${action}`;
}

export type DeskAction = "edit" | "undo" | "close" | "reopen" | "unlist" | "relist" | "notes" | "forget-note" | "conflict";

/** Target of the exit link: a page that anybody might have open. */
export const exitUrl = "https://www.weather.gov/";

/** Link that opens a point in a phone's map; and the address of a page with directions to it. */
export const geoUrl = (latitude: number, longitude: number) => `geo:${latitude},${longitude}`;
export const directionsUrl = (latitude: number, longitude: number) =>
  `https://www.openstreetmap.org/directions?route=%3B${latitude}%2C${longitude}`;

/** Link to dial a number as given: 988 and +18557337762 are not reformatted. */
export const callUrl = (number: string) => `tel:${number}`;
export const textUrl = (number: string) => `sms:${number}`;

export const mailUrl = (address: string) => `mailto:${address}`;
