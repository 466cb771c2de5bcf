import { type Filter, filterQuery, type ListSchema } from "../search/filter.ts";

/** Every address of one edition of the site. No other file builds one by hand. */
export interface Urls {
  home: string;
  talk: string;
  programs: string;
  program(id: string): string;
  /** A program's page at its meetings, nearest to a place where one is given. */
  programMeetings(id: string, near?: string): string;
  names: string;
  meetings: string;
  meeting(id: string): string;
  library: string;
  document(id: string): string;
  places: string;
  place(state: string): string;
  /** A state's page at the lists that fellowships keep of their meetings. */
  placeLists(state: string): string;
  guidance: string;
  /** One section of the guidance. */
  guidancePart(id: string): string;
  helpNow: string;
  about: string;
  /** How many listings were right when they were called, and how that is counted; and the same for machines. */
  accuracy: string;
  accuracyData: string;
  privacy: string;
  accessibility: string;
  report: string;
  /** The form about one listing: `programs/ID`, `library/ID` or `meetings/ID`. */
  reportAbout(about: string): string;
  /** What became of a report or a suggestion, by its three words. */
  reportAnswer(reference: string): string;
  suggest: string;
  /** What was changed, by day; and the same for feed readers. */
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
  /** Where a one-time link leads, with its token as a parameter. */
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
  /** What a reader suggests, by its reference. */
  deskSuggestion(reference: string): string;
  /** Links that do not work or have moved; one of them by its address as `url`. */
  deskBrokenLinks: string;
  /** One section of what needs a person, whole. */
  deskQueue(section: string): string;
  /** Where a person says that a listing is still right. */
  deskCheck(list: string, id: string): string;
  deskCalls: string;
  deskAccuracy: string;
  deskClosures: string;
  deskReopen: string;
  deskSpreadsheet: string;
  /** All listings of a list, as a file. */
  deskSheet(list: string): string;
  deskSheetApply: string;
}

/** Where the desk begins: its cookie is sent nowhere else. */
export const deskPath = "/desk";

/** The addresses under a base: "" for English, "/es" for Spanish. What is for machines, and the desk, has no language and no base. */
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

/** The address of the same page in another edition. */
export function translateUrl(path: string, from: Urls, to: Urls): string {
  const base = ({ programs }: Urls) => programs.slice(0, -"/programs".length);
  return path === from.home ? to.home : base(to) + path.slice(base(from).length);
}

/** The address of a filter over a list: `/programs?format=phone`. */
export function filterUrl(list: string, schema: ListSchema, filter: Filter): string {
  const query = filterQuery(schema, filter);
  return query ? `${list}?${query}` : list;
}

/** The address of the same page in another format: `/meetings?day=monday` as `/meetings.ics?day=monday`. */
export function inFormat(url: string, format: string): string {
  const [path = "", ...query] = url.split("?");
  return [`${path}.${format}`, ...query].join("?");
}

/** An address with these parameters added to it; an empty one is left out. */
export function withQuery(address: string, parameters: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value !== "")).toString();
  return query ? `${address}${address.includes("?") ? "&" : "?"}${query}` : address;
}

/** What one can do with a listing at the desk: its address, and the word for that at the end of it. */
export function deskAction(listing: string, action: DeskAction): string {
  return `${listing}/${action}`;
}

export type DeskAction = "edit" | "undo" | "close" | "reopen" | "unlist" | "relist" | "notes" | "forget-note" | "conflict";

/** Where the exit link leads: a page that anybody may have open. */
export const exitUrl = "https://www.weather.gov/";

/** A point as phones open it on their map, and the page that says how to get there. */
export const geoUrl = (latitude: number, longitude: number) => `geo:${latitude},${longitude}`;
export const directionsUrl = (latitude: number, longitude: number) =>
  `https://www.openstreetmap.org/directions?route=%3B${latitude}%2C${longitude}`;

/** A number as phones dial it: 988 stays, +18557337762 stays. */
export const callUrl = (number: string) => `tel:${number}`;
export const textUrl = (number: string) => `sms:${number}`;

export const mailUrl = (address: string) => `mailto:${address}`;
