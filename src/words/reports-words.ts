/** What a reader may say is wrong with a listing. */
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

/** What keeps a message from being taken, beside its own fields. */
export type FormFault = "fast" | "old" | "many" | "full";

/** What the forms say by which readers tell us what is wrong or missing, and the page of what became of it. */
export interface ReportsWords {
  /** The link on every listing. */
  link: string;
  title: string;
  description: string;
  /** Above the form about one listing, and above the one about anything else. */
  lead: string;
  leadSite: string;
  /** Where the page that it is about is not there. */
  noSuchPage: string;
  which: string;
  wrong: Record<WrongKind, string>;
  /** Above what the reader writes instead; null where nothing is to be written. */
  right: Record<WrongKind, string | null>;
  /** What a listing says that says nothing. */
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
    /** The title of a form that came back, before its own. */
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
    /** What it was, and the day on which it came. */
    report(date: string): string;
    suggestion(date: string): string;
    about: string;
    received: string;
    seen: string;
    settled: Record<"accepted" | "changed" | "declined" | "passed on", string>;
    /** The same of a suggestion. */
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
