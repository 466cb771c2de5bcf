import type { ChangesWords } from "./changes-words.ts";
import type { DateWords } from "./dates.ts";
import type { DeskListingWords } from "./desk-listing-words.ts";
import type { DeskWords } from "./desk-words.ts";
import type { DeskWorkWords } from "./desk-work-words.ts";
import type { Language } from "./languages.ts";
import type { LinksWords } from "./links-words.ts";
import type { ListWords } from "./lists.ts";
import type { ReportsWords } from "./reports-words.ts";

/** What lists can be narrowed by, as addresses name it. */
export const facetNames = [
  "state",
  "help",
  "format",
  "access",
  "category",
  "frequency",
  "language",
  "day",
  "time",
  "program",
  "type",
  "kind",
  "topic",
] as const;

export type FacetName = (typeof facetNames)[number];

/** The orders of lists, as addresses name them. */
export type SortName = "match" | "soonest" | "reach" | "name" | "touched" | "year";

/** What a filter asks, as phrases of a sentence that is still to be built. */
export interface FilterPhrases {
  /** The search words as typed; null where none were. */
  q: string | null;
  /** The phrases of the chosen values, facet by facet: "by phone", "for drinking". */
  facets: readonly { name: FacetName; phrases: readonly string[] }[];
}

/** The kinds of error that have a page of their own. */
export type ErrorKind =
  | "unreadable"
  | "forbidden"
  | "notFound"
  | "method"
  | "conflict"
  | "tooLarge"
  | "type"
  | "invalid"
  | "tooMany"
  | "refused"
  | "failed";

/** Sunday to Saturday. */
type Weekdays = readonly [string, string, string, string, string, string, string];

type Join = "in-person" | "video" | "phone" | "hybrid" | "online-for-now" | "paused" | "contact-first";
type Week = "first" | "second" | "third" | "fourth" | "fifth" | "last" | "every-other";
type Soon = "on-now" | "soon" | "later" | "none";
type ZoneSource = "record" | "feed" | "coordinates" | "state";
type CountryZone =
  | "America/New_York"
  | "America/Chicago"
  | "America/Denver"
  | "America/Phoenix"
  | "America/Los_Angeles"
  | "America/Anchorage"
  | "Pacific/Honolulu";
type CheckMethod = "phone" | "website" | "in person" | "mail";
type LinkKind = "own" | "copy" | "citation" | "organization";
type Need = "talk" | "meeting" | "family" | "list";

/**
 * Every word that the site says by itself, and every rule of grammar it says it by. A language is an object of this type, so a word
 * that is missing does not compile. Maps are keyed by the union that they are looked up with, and so are complete too. The
 * catalog's own texts are not here: they carry their languages with them.
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
  /** Orders names by the alphabet. */
  compare(a: string, b: string): number;
  days: Weekdays;
  /** The same, as short as a list of times needs them. */
  shortDays: Weekdays;
  /** A time of day, given in minutes after midnight: "7:30 pm". */
  clock(minutes: number): string;
  /** Several times of one day, in minutes after midnight: "noon, 6, 8 pm". */
  clocks(starts: readonly number[]): string;
  /** From one time of day to another, given in minutes after midnight: "7 to 8 pm". */
  span(start: number, end: number): string;

  facets: Record<FacetName, string>;
  /** The facets of the library that say what a text is about, where their names differ from those of programs. */
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
    /** Who wrote it, shortened where they are many: "Kelly et al." */
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
    /** The way to the figures of a part. */
    figures(count: number): string;
    /** Where a figure was read, when not in the study itself. */
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
    /** Where the numbers come from, said once at the end. */
    sources: string;
    allLines: string;
  };
  changes: ChangesWords;
  desk: DeskWords;
  deskWork: DeskWorkWords;
  deskListing: DeskListingWords;
  reports: ReportsWords;
  errors: {
    says: Record<ErrorKind, readonly [title: string, text: string]>;
    /** Above what an address may have meant. */
    meant: string;
    searchFor(typed: string): string;
    wayOn: string;
    ways: { help: string; programs: string; home: string };
  };
}

/** What pages of results say, of whatever they list. */
interface ResultsWords {
  filter: string;
  chosen(count: number): string;
  search: string;
  apply: string;
  clearAll: string;
  /** What a screen reader says before the label of a filter that can be taken back. */
  remove: string;
  sortBy: string;
  sorts: Record<SortName, string>;
  /** Words as somebody typed them, in quotation marks. */
  words(q: string): string;
  /** The whole filter: "Secular or faith-based, by phone, in Montana." */
  sentence(filter: FilterPhrases): string;
  /** The title of a page of results: "By phone, in Montana · Find support". */
  titled(filter: FilterPhrases, title: string): string;
  corrected(taken: readonly string[], typed: readonly string[]): string;
  /** What the words of a search were taken to ask, and those words. */
  wished(filter: FilterPhrases, typed: readonly string[]): string;
  /** What is said of the places that a search names. */
  place: PlaceInSearchWords;
  dropped(typed: readonly string[]): string;
  exactWords: string;
  exactly: string;
  asUsual: string;
  pages: string;
  page(page: number, pages: number): string;
  previous: string;
  next: string;
  nothing: string;
  nothingHas(typed: string): string;
  unknown(value: string): string;
  /** How many there are without one of the choices. */
  without(label: string, count: string): string;
  pastEnd(pages: number): string;
  backToFirst: string;
  noTravel: string;
  seeAll: string;
  /** A telephone number that nobody listed has. */
  nobodyHas(number: string): string;
  /** Other lists that answer the same words better, each with how many it finds. */
  better: { lead: string; programs(count: string): string; documents(count: string): string; meetings(count: string): string };
  /** Above the lines to call at once. */
  now: string;
  print: {
    /** The link to the page for paper. */
    link: string;
    hint: string;
    back: string;
    printed(date: string, address: string): string;
    first(shown: number, total: number): string;
  };
}

interface PlaceInSearchWords {
  /** Which states are shown, and the words that said so. */
  showing(states: readonly string[], typed: readonly string[]): string;
  meetingsNear(place: string): string;
  /** Programs that serve a state. */
  serving(state: string): string;
  /** Where several places are called so. */
  whichOne(name: string): string;
  /** Where a state has nothing of its own of what was asked, but what serves every state is listed. */
  noneOwn(state: string): string;
  /** Where there is nothing at all. */
  none(state: string): string;
  everyState: string;
}

interface ProgramsWords {
  title: string;
  description: string;
  searchLabel: string;
  count(count: number): string;
  /** How the default order is made. */
  sortRule: string;
  localFirst(state: string): string;
  /** Once above a list of numbers; the second part is for screens with room for it. */
  notCalled: readonly [string, string];
  guides(count: number): string;
  noTravelPaths: { phone: string; online: string; mail: string };
}

interface MeetingsWords {
  title: string;
  description: string;
  searchLabel: string;
  /** How many groups there are. */
  count(groups: number): string;
  /** How often in a week they meet in all, beside that: "97 times a week". */
  timesAWeek(times: number): string;
  /** How many there are that one can go to. */
  inPerson(groups: number): string;
  groups: Record<Soon, string>;
  /** A time of day in its zone, an IANA name or null: "7 to 8 pm Mountain". */
  inZone(time: string, zone: string | null): string;
  /** The zone alone: "Mountain". */
  zone(zone: string | null): string;
  /** "Tuesday and Thursday, 7 to 8 pm Mountain". */
  when(days: string, time: string): string;
  everyDay: string;
  yourTime(time: string): string;
  byArrangement: string;
  /** When a paused meeting meets otherwise. */
  usually(time: string): string;
  near: string;
  withinLabel: string;
  within(miles: number): string;
  clock: string;
  clockOfPlace: string;
  clocks: Record<CountryZone, string>;
  nearPlace(place: string): string;
  miles(miles: number): string;
  /** From the middle of a town: "about 12 miles". */
  aboutMiles(miles: number): string;
  straight(miles: number): string;
  widened(asked: number, miles: number): string;
  noneNear(miles: number): string;
  unknownPlace(near: string): string;
  /** Above what an unknown place may mean. */
  didYouMean(near: string): string;
  noTravel: string;
  /** Above what one can join from home in the next hours, where nothing near is in time for that. */
  fromHere: { today: string; tonight: string };
  /** How far the nearest room is: "In person: the nearest is 105 miles". */
  nearestIs(miles: string): string;
  nearby: string;
  /** The filter that leaves out what is over today. */
  stillToCome: string;
  /** Until five in the morning. */
  tonight: string;
  /** "Starts in 12 minutes". */
  startsIn(minutes: number): string;
  /** How long it has been going on: "began 25 minutes ago", "began 3 hours ago". */
  began(minutes: number): string;
  quick: { label: string; today: string; tonight: string; tomorrow: string };
  join: Record<Join, string>;
  /** A place or a group that meets again on a day; `why` is what the desk says of it, a sentence without its period. */
  closedUntil(date: string, why: string): string;
  joinOnline: string;
  /** What to key in once a call is answered; empty where there is nothing to key in. */
  keyIn(codes: readonly string[], extension: string | null): string;
  /** A number in another country; `country` is its two-letter code. */
  abroad(number: string, country: string): string;
  /** A number that nobody can dial as it is written. */
  phoneAsWritten(words: string): string;
  weeks: Record<Week, string>;
  /** "first and third Saturday only". */
  onlyWeeks(weeks: string, day: string): string;
  monthly: string;
  seeNote: string;
  notConfirmed: string;
  lastUpdated(date: string): string;
  stale(date: string): string;
  staleOnline(date: string): string;
  changed(date: string): string;
  fetched(date: string): string;
  /** The page while there are no meetings at all. */
  empty: string;
  emptyPaths: { finder: string; phone: string; near: string };
  orState: string;
  showLists: string;
  /** What fellowships list on sites of their own. `where`: the states of a list of several. */
  ownLists: {
    /** `where`: as one says that something is in the state. */
    heading(where: string): string;
    note: string;
    count(meetings: number, where: string | null, date: string): string;
    all(count: number, where: string): string;
  };
  calendar: string;
  calendarOne: string;
  /** All times of a group, and one of them. */
  calendarAll: string;
  calendarEach: string;
  directions: string;
  openMap: string;
  types: string;
  group: string;
  notes: string;
  /** Above the meetings of a group that are not all alike. */
  variants: string;
  alsoAtPlace: string;
  alsoByGroup: string;
  source: string;
  ownPage: string;
  nextTime(day: string, date: string): string;
  listed(feed: string): string;
  /** Another list has the same meeting. */
  listedToo(feed: string): string;
  homeTown: string;
  groupMeets(times: number): string;
  andMore(count: number): string;
  placeMeets(days: number): string;
  next: string;
  nearest(place: string): string;
  nearYou: string;
  allNear(place: string): string;
  allWithoutTravel: string;
  lists(count: number): string;
  weekly(times: number, days: number): string;
  told(weekly: string, lists: string, date: string | null): string;
  all(groups: number, times: number): string;
  passcodeNote: string;
  zoneFrom: Record<ZoneSource, string>;
}

/** What an event in a calendar says. It is read without the site around it. */
export interface CalendarWords {
  /** Reminders show no more than the title: it says that nobody meets. */
  pausedTitle(name: string): string;
  /** The title of what may not meet each week, since reminders show no more than that. */
  someWeeksTitle(name: string): string;
  someWeeks: string;
  join: Record<Join, string>;
  online(url: string): string;
  call(number: string): string;
  /** As in MeetingsWords. */
  keyIn(codes: readonly string[], extension: string | null): string;
  abroad(number: string, country: string): string;
  says(words: string): string;
  group(name: string): string;
  closedUntil(date: string, why: string): string;
  noZone: string;
  noEnd: string;
  more(url: string): string;
  /** One crisis line: "988 Lifeline: Call 988." */
  line(name: string, step: string): string;
  /** What the calendar of a search says of itself where the words speak of danger. */
  crisis(lines: readonly string[]): string;
  /** The name of a calendar that holds only the first of many meetings. */
  soonest(title: string, count: number): string;
}

/** Whether somebody answers now. */
interface AnswersWords {
  always: string;
  until(moment: string): string;
  /** `message`: one can leave one until then. */
  opens(moment: string, message: boolean): string;
  /** A time of day (minutes after midnight) in a zone, an IANA name; with the weekday where it is a day or more ahead. */
  moment(weekday: string | null, minutes: number, zone: string): string;
}

/** What rows of programs and contacts say. */
interface CardWords {
  nationwide: string;
  call(number: string): string;
  text(number: string): string;
  /** For a number that one can text too, beside the button that calls it. */
  textToo: string;
  tty(number: string): string;
  chat: string;
  email: string;
  site: string;
  finder: string;
  /** A page of somebody else's about the program; its host follows. */
  about: string;
  address: string;
  ifNobodyAnswers: string;
  /** Before whom to call in place of a line that is shut or may be gone. */
  answersNow: string;
  /** The ways to join as one fact: "Phone, chat or text, one to one". */
  ways(labels: readonly string[]): string;
  closed: string;
  /** Before the links to what one can try in place of a closed program. */
  instead: string;
  unconfirmed: string;
  unconfirmedSince(date: string): string;
  /** Where the next step is a link that does not work. */
  linkBroken(since: string): string;
  /** When a number was last printed. */
  lastSeen(date: string): string;
  noDate: string;
  checked(date: string, how: string): string;
  /** The next check is overdue; and twice overdue. */
  overdue(date: string): string;
  lapsed(date: string): string;
  how: Record<CheckMethod, string>;
  notConfirmed(host: string, date: string): string;
  undated(host: string): string;
  states(count: number): string;
}

/** What the page of a program says; some of it is said of documents and meetings too. */
interface ProgramWords {
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
  ifNobodyAnswers: string;
  /** Before whom to call where a program has no number. */
  toTalkNow: string;
  instead: string;
  about: string;
  glance: string;
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
  /** Beside a contact: the next check is overdue; and twice overdue. */
  overdue(date: string, how: string): string;
  lapsed(date: string, how: string): string;
  /** After when and by whom a listing was checked. */
  checkDue: { overdue: string; lapsed: string };
  added(date: string): string;
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

interface HomeWords {
  title: string;
  headline: string;
  lead: string;
  /** The four ways in, each with a note. */
  needs: Record<Need, readonly [label: string, note: string]>;
  /** Above the field for a place, which stands in one of the needs. */
  near: string;
  find: string;
  /** Above the search box, and an example in it. */
  ownWords: string;
  example: string;
  categories: string;
  planning: string;
  planningPaths: { start: string; research: string; library: string };
}

/** The page of lines to call now. */
interface TalkWords {
  title: string;
  description: string;
  /** Above the choice of a state, and its button. */
  state: string;
  show: string;
  everywhere: string;
  /** Over the lines of one state, and where it has none; `where` is "in Montana". */
  own(where: string): string;
  noOwn(where: string): string;
  /** To a state's page, with its groups and centers. */
  more(where: string): string;
  /** Over the lines that take only some people. */
  some: string;
}

interface PlacesWords {
  tile(name: string, inPerson: number): string;
  /** What a state has of its own: "2 lines, 1 center, 12 in-person meetings a week"; said too where it has nothing. */
  has(own: { lines: number; centers: number; others: number; inPerson: number }): string;
  mapLabel: string;
  mapKey: string;
  meetings(name: string): string;
  title: string;
  description: string;
  placeDescription(state: string): string;
  /** A county as people call it, from its name on the map and the two letters of its state. */
  county(name: string, state: string): string;
  elsewhere: string;
  ownHeading(where: string): string;
  someHeading: string;
  whoToCall(where: string): string;
  /** Where nobody we know of takes all calls of a state: said above the lines that answer in every state. */
  noLine(where: string): string;
  nothingSure(where: string, unconfirmed: number): string;
  nationwide: string;
  all(state: string): string;
}
