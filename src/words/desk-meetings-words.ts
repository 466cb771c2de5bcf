/** Texts of the desk about meetings, and about the feeds that they come from. */
export interface DeskMeetingsWords {
  find: {
    title: string;
    lead: string;
    label: string;
    search: string;
    found(count: number): string;
    none(typed: string): string;
    columns: Record<"name" | "when" | "list" | "since" | "why", string>;
    unlisted(count: number): string;
    allListed: string;
  };
  page: {
    state: Record<"listed" | "gone", string>;
    /** Since when it has not been listed, and why. */
    since(date: string, why: string): string;
    onSite: string;
    done: Record<"answered" | "unlisted" | "relisted" | "outdated", string>;
    history: string;
    noHistory: string;
  };
  /** Names of the fields of a meeting. */
  fields: Record<"status" | "occurrences" | "place" | "phone.number" | "online.url" | "other" | "program" | "notes" | "updated", string>;
  compare: Record<"field" | "list" | "reader", string>;
  /** Before what the list said when the reader wrote, if it has changed since. */
  saidThen: string;
  isWrong: string;
  close: { heading: string; lead: string; place(name: string): string; group(name: string): string };
  source: {
    heading: string;
    lead: string;
    ownPage: string;
    site: string;
    feed: string;
    toAsk: string;
    nobody: string;
    write: string;
    subject(name: string): string;
    /** A letter to the people who keep a list: what a reader says, and where the meeting is shown. */
    letter(name: string, lines: readonly string[], url: string): string;
    line(field: string, list: string, reader: string): string;
    passedOn: string;
  };
  unlist: {
    heading: string;
    lead: string;
    which: string;
    why: string;
    whyHint: string;
    press: string;
    relist: string;
    relistHint: string;
    /** The meetings that were taken off together with it, and are listed again with it. */
    together(meetings: readonly string[]): string;
    faults: Record<"which" | "why", string>;
  };
  report: {
    answer: string;
    /** Above the answers for when none of the others fits. */
    otherwise: string;
    isDone: string;
    closedReply(date: string): string;
    why(reference: string, wrong: string): string;
    choose: string;
  };
}
