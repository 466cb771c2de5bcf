import type { ChangesWords } from "./changes-words.ts";
import type { DateWords } from "./dates.ts";
import type { DeskFeedsWords } from "./desk-feeds-words.ts";
import type { DeskListingWords } from "./desk-listing-words.ts";
import type { DeskMeetingsWords } from "./desk-meetings-words.ts";
import type { DeskWords } from "./desk-words.ts";
import type { DeskWorkWords } from "./desk-work-words.ts";
import type { FacetName } from "./filter-phrases.ts";
import type { HomeWords, TalkWords } from "./home-words.ts";
import type { Language } from "./languages.ts";
import type { LinksWords } from "./links-words.ts";
import type { ListWords } from "./lists.ts";
import type { CalendarWords, MeetingsWords } from "./meetings-words.ts";
import type { PlacesWords } from "./places-words.ts";
import type { AnswersWords, CardWords, ProgramsWords, ProgramWords } from "./program-words.ts";
import type { ReportsWords } from "./reports-words.ts";
import type { ResultsWords } from "./results-words.ts";

/** The kinds of error that have their own page. */
export type ErrorKind =
  | "unreadable"
  | "forbidden"
  | "notFound"
  | "method"
  | "conflict"
  | "gone"
  | "tooLarge"
  | "type"
  | "invalid"
  | "tooMany"
  | "refused"
  | "failed";

/** Sunday to Saturday. */
type Weekdays = readonly [string, string, string, string, string, string, string];

type LinkKind = "own" | "copy" | "citation" | "organization";

/**
 * All texts of the interface, and the rules of grammar that form them. Each language is an object of this type, so a missing text does not
 * compile. Maps are keyed by the union that they are looked up with, so they are complete too. The catalog's texts are not here: they
 * contain their languages.
 */
export interface Words {
  language: Language;
  /** The name of the site. */
  name: string;
  /** Links for keyboards, at the top of a page. */
  skip: { results: string; filters: string; content: string };
  /** The bar above every page: "Danger? Call 911", "Crisis? Call 988 or text", "Leave this site". */
  crisis: { label: string; danger: string; crisis: string; call: string; or: string; text: string; leave: string; leaveWhat: string };
  nav: { label: string; programs: string; meetings: string; library: string; guidance: string; help: string };
  footer: { label: string; places: string; about: string; changes: string; privacy: string; accessibility: string; note: string };

  date: DateWords;
  list: ListWords;
  /** Compares names alphabetically. */
  compare(a: string, b: string): number;
  days: Weekdays;
  /** Abbreviations, for lists of times. */
  shortDays: Weekdays;
  /** A time of day, given in minutes after midnight: "7:30 pm". */
  clock(minutes: number): string;
  /** Several times of one day, in minutes after midnight: "noon, 6, 8 pm". */
  clocks(starts: readonly number[]): string;
  /** From one time of day to another, given in minutes after midnight: "7 to 8 pm". */
  span(start: number, end: number): string;

  facets: Record<FacetName, string>;
  /** The facets of the library that describe a text's subject, where their names differ from those of programs. */
  speaksTo: Record<"category" | "access" | "format" | "frequency", string>;
  anyState: string;

  results: ResultsWords;
  programs: ProgramsWords;
  meetings: MeetingsWords;
  calendar: CalendarWords;
  answers: AnswersWords;
  card: CardWords;
  program: ProgramWords;
  links: LinksWords;
  library: {
    title: string;
    description: string;
    searchLabel: string;
    count(count: number): string;
    noYear: string;
    /** The authors, abbreviated if there are many: "Kelly et al." */
    authors(authors: readonly string[]): string;
  };
  document: DocumentWords;
  home: HomeWords;
  talk: TalkWords;
  places: PlacesWords;
  guidance: {
    title: string;
    description: string;
    lead: string;
    /** The link to the figures of a section. */
    figures(count: number): string;
    /** Where a figure was read, if not in the study itself. */
    readAt(host: string): string;
    programs: string;
    library: string;
    contents: string;
  };
  help: {
    title: string;
    description: string;
    call911: string;
    byState: string;
    warmLines: string;
    /** Where the numbers come from, once at the end. */
    sources: string;
    allLines: string;
  };
  changes: ChangesWords;
  desk: DeskWords;
  deskWork: DeskWorkWords;
  deskListing: DeskListingWords;
  deskMeetings: DeskMeetingsWords;
  deskFeeds: DeskFeedsWords;
  reports: ReportsWords;
  errors: {
    says: Record<ErrorKind, readonly [title: string, text: string]>;
    /** Above the addresses that may have been meant. */
    meant: string;
    searchFor(typed: string): string;
    wayOn: string;
    ways: { help: string; programs: string; home: string };
  };
}

interface DocumentWords {
  read: Record<LinkKind, string>;
  about: string;
  finding: string;
  limits: string;
  noFinding: string;
  authors: string;
  publisher: string;
  year: string;
  noYear: string;
  cost: string;
  citation: string;
  programs: string;
  topics: string;
}
