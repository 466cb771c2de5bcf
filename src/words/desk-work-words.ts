import type { SheetWords } from "./desk-sheet-words.ts";

/** Texts of the desk's pages for daily work, and of the page about the accuracy of the directory. */
export interface DeskWorkWords {
  today: TodayWords;
  suggestion: SuggestionWords;
  brokenLinks: BrokenLinksWords;
  check: CheckWords;
  calls: CallsWords;
  accuracy: AccuracyWords;
  closures: ClosuresWords;
  sheet: SheetWords;
}

export type QueueSection =
  | "calls"
  | "reports"
  | "links"
  | "overdue"
  | "due"
  | "unconfirmed"
  | "conflicts"
  | "feeds"
  | "suggestions"
  | "advice";
type Standing = "unchecked" | "checked" | "overdue" | "sunk" | "lapsed";
type CallResult = "right" | "changed" | "no answer" | "wrong";
type CheckMethod = "phone" | "website" | "in person" | "mail";
type LinkVerdict = "moved" | "gone" | "certificate" | "certificate-chain" | "parked" | "blocks-robots" | "no-answer";

interface TodayWords {
  /** How the rows are ordered. */
  order: string;
  nothing: string;
  checked(name: string): string;
  headings: Record<QueueSection, (count: number) => string>;
  all(count: number): string;
  back: string;
  standing(standing: Standing, date: string | null): string;
  /** The draw of the month, while some of its listings have not been called. */
  draw(called: number, drawn: number): string;
  noDraw: string;
  called(result: CallResult, date: string): string;
  told(times: number): string;
  broken(host: string, verdict: LinkVerdict, date: string): string;
  conflict(field: string | null): string;
  feed(failures: number, problem: string | null): string;
  old(date: string): string;
}

interface SuggestionWords {
  title(name: string): string;
  terms: Record<"kind" | "name" | "what" | "reach" | "url" | "source", string>;
  /** What to do first, by the kind of suggestion. */
  hints: Record<"program" | "meetings", string>;
  /** Above the commands that try and add a list of meetings; and the text if no address was sent. */
  commands: string;
  noAddress: string;
  isFed(name: string): string;
  isKnown(name: string, command: string): string;
  isDone: string;
  outcomes: Record<"accepted" | "changed" | "declined", string>;
  already: string;
  choose: string;
}

interface BrokenLinksWords {
  title: string;
  lead: string;
  none: string;
  movedTo: string;
  where: string;
  works: string;
  done: string;
  outdated: string;
}

interface CheckWords {
  title(name: string): string;
  heading: string;
  lead: string;
  last(date: string, how: string): string;
  never: string;
  due(date: string): string;
  how: string;
  hows: Record<CheckMethod, string>;
  found: string;
  foundHint: string;
  send: string;
  changed: string;
  chooseHow: string;
  outdated: string;
  publicPage: string;
}

interface CallsWords {
  title: string;
  lead(count: number): string;
  none: string;
  anyZone: string;
  results: Record<CallResult, string>;
  note: string;
  hours(words: string): string;
  number: string;
  save: string;
  saved(right: number, others: number): string;
  /** "called": somebody else has entered this call of a draw already. */
  faults: { unknown: string; note: string; outdated: string; gone: string; called: string };
  /** The fault of a row, at the top of the form. */
  faultOf(name: string, fault: string): string;
  print: string;
}

interface AccuracyWords {
  title: string;
  description: string;
  lead: string;
  /** Shown until all listings of a month's draw have been called. */
  none: string;
  underWay(month: string, called: number, drawn: number): string;
  /** "28 of 30 exact, 30 of 30 usable (95%: 79–98%)". */
  result(month: string, counts: { exact: number; usable: number; drawn: number }, percent: { from: number; to: number }): string;
  how: string;
  howParagraphs(drawn: number): readonly string[];
  again: string;
  algorithm: readonly string[];
  data: string;
  more: string;
  desk: {
    title: string;
    lead(drawn: number): string;
    draw(drawn: number, month: string): string;
    progress(called: number, drawn: number): string;
    done: string;
    /** What each result means here. */
    meaning: string;
    month(month: string): string;
  };
}

interface ClosuresWords {
  title: string;
  lead: string;
  find: string;
  findHint: string;
  search: string;
  nothing(q: string): string;
  which: string;
  meetings(count: number): string;
  group(name: string, feed: string): string;
  until: string;
  untilHint: string;
  words: string;
  wordsHint: string;
  why: string;
  whyHint: string;
  close: string;
  closed: string;
  openHeading: string;
  none: string;
  open: string;
  isClosed(date: string, why: string): string;
  /** The link back to the report that led here. */
  backTo(reference: string): string;
  faults: { which: string; until: string; words: string };
}
