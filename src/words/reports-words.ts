/** What a reader can report as wrong with a listing. */
export type WrongKind =
  | "number"
  | "email"
  | "chat"
  | "link"
  | "address"
  | "place"
  | "hours"
  | "closed"
  | "reopened"
  | "ended"
  | "times"
  | "citation"
  | "other";

/** Why a message is rejected, apart from faults in its fields. */
export type FormFault = "fast" | "old" | "many" | "full" | "unwritten";

/** Texts of the forms by which readers report what is wrong or missing, and of the page that shows the outcome. */
export interface ReportsWords {
  /** The link on every listing. */
  link: string;
  title: string;
  description: string;
  /** Above the form about one listing, and above the one about anything else. */
  lead: string;
  leadSite: string;
  /** Shown if the page that the report is about does not exist. */
  noSuchPage: string;
  which: string;
  wrong: Record<WrongKind, string>;
  /** Above the field for the correction; null if there is none. */
  right: Record<WrongKind, string | null>;
  /** Shown if a listing has no hours. */
  noHours: string;
  openNow: string;
  closedNow: string;
  meetsNow: string;
  note: string;
  noteSite: string;
  noteHint: string;
  noteSiteHint: string;
  email: string;
  emailHint: string;
  leaveEmpty: string;
  send: string;
  /** Beside the form: what happens with what is sent. */
  next: string;
  after: string;
  privacy: string;
  faults: {
    /** Prefix of the title of a form that was rejected. */
    notSent: string;
    title: string;
    choose: string;
    note: string;
    number: string;
    url: string;
    email: string;
    long(letters: number): string;
    form: Record<FormFault, string>;
  };
  suggest: {
    link: string;
    title: string;
    description: string;
    lead: string;
    what: string;
    kinds: Record<"program" | "meetings", string>;
    name: string;
    about: string;
    aboutHint: string;
    reach: string;
    reachHint: string;
    url: string;
    source: string;
    sourceHint: string;
    faults: { kind: string; name: string; about: string; reach: string };
  };
  answer: {
    title: string;
    yourWords: string;
    keep: string;
    /** The kind of message, and the day it was received. */
    report(date: string): string;
    suggestion(date: string): string;
    about: string;
    received: string;
    seen: string;
    settled: Record<"accepted" | "changed" | "declined" | "passed on", string>;
    /** The same for a suggestion. */
    settledSuggestion: Record<"accepted" | "changed" | "declined", string>;
    on(date: string): string;
    reply: string;
    another: string;
    unknownTitle: string;
    unknown: string;
    lookUp: string;
    look: string;
  };
}
