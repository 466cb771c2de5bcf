type CheckMethod = "phone" | "website" | "in person" | "mail";

export interface ProgramsWords {
  title: string;
  description: string;
  searchLabel: string;
  count(count: number): string;
  /** How the default order is determined. */
  sortRule: string;
  localFirst(state: string): string;
  /** Once above a list of numbers; the second part is for screens with room for it. */
  notCalled: readonly [string, string];
  guides(count: number): string;
  noTravelPaths: { phone: string; online: string; mail: string };
}

/** Texts about whether a line is answered now. */
export interface AnswersWords {
  always: string;
  until(moment: string): string;
  /** `message`: whether callers can leave one until then. */
  opens(moment: string, message: boolean): string;
  /** A time of day (minutes after midnight) in a zone, an IANA name; with the weekday if it is a day or more ahead. */
  moment(weekday: string | null, minutes: number, zone: string): string;
}

/** Texts in rows of programs and contacts. */
export interface CardWords {
  nationwide: string;
  call(number: string): string;
  text(number: string): string;
  /** For a number that also takes texts, beside the button that calls it. */
  textToo: string;
  tty(number: string): string;
  chat: string;
  email: string;
  site: string;
  finder: string;
  /** A third-party page about the program; its host follows. */
  about: string;
  address: string;
  ifNobodyAnswers: string;
  /** Before the lines to call in place of one that is closed or may be gone. */
  answersNow: string;
  /** The ways to join as one fact: "Phone, chat or text, one to one". */
  ways(labels: readonly string[]): string;
  closed: string;
  /** Before the links to alternatives to a closed program. */
  instead: string;
  unconfirmed: string;
  unconfirmedSince(date: string): string;
  /** Shown if the next step is a broken link. */
  linkBroken(since: string): string;
  /** When a number was last published. */
  lastSeen(date: string): string;
  noDate: string;
  checked(date: string, how: string): string;
  /** The next check is overdue; and the last one has lapsed. */
  overdue(date: string): string;
  lapsed(date: string): string;
  how: Record<CheckMethod, string>;
  notConfirmed(host: string, date: string): string;
  undated(host: string): string;
  states(count: number): string;
}

/** Texts of a program's page; some are also used for documents and meetings. */
export interface ProgramWords {
  alsoKnownAs(names: string): string;
  nextStep: string;
  contacts: string;
  on(host: string): string;
  hours: string;
  languagesLabel: string;
  sendFirst(message: string): string;
  spelled(vanity: string): string;
  closedNote: string;
  unconfirmedNote: string;
  /** Of a line whose number is old, with the year in which it was last seen. */
  oldNumber(date: string): string;
  ifNobodyAnswers: string;
  /** Before the lines to call if a program has no number. */
  toTalkNow: string;
  instead: string;
  about: string;
  glance: string;
  /** Several values of a facet as one fact: "Drinking, any drug". */
  values(labels: readonly string[]): string;
  whoFor: string;
  howToJoin: string;
  howOften: string;
  where: string;
  cost: string;
  languages: string;
  helpsWith: string;
  kind: string;
  runBy: string;
  ruralNotes: string;
  doubts: string;
  related: string;
  evidence: string;
  sources: string;
  source(host: string, date: string): string;
  neverChecked: string;
  checkedBy(date: string, how: string, role: string): string;
  /** Beside a contact: the next check is overdue; and the last one has lapsed. */
  overdue(date: string, how: string): string;
  lapsed(date: string, how: string): string;
  /** After the text that says when and by whom a listing was checked. */
  checkDue: { overdue: string; lapsed: string };
  added(date: string): string;
}
