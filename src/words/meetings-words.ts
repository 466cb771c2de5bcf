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

export interface MeetingsWords {
  title: string;
  description: string;
  searchLabel: string;
  /** How many groups there are. */
  count(groups: number): string;
  /** Beside that, how many times a week they meet in total: "97 times a week". */
  timesAWeek(times: number): string;
  /** How many of them meet in person. */
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
  /** The usual time of a paused meeting. */
  usually(time: string): string;
  near: string;
  withinLabel: string;
  within(miles: number): string;
  clock: string;
  clockOfPlace: string;
  clocks: Record<CountryZone, string>;
  nearPlace(place: string): string;
  miles(miles: number): string;
  /** From the center of a town: "about 12 miles". */
  aboutMiles(miles: number): string;
  straight(miles: number): string;
  widened(asked: number, miles: number): string;
  noneNear(miles: number): string;
  unknownPlace(near: string): string;
  /** Above suggestions for an unknown place. */
  didYouMean(near: string): string;
  noTravel: string;
  /** Above the meetings to join from home in the next hours, if none nearby is that soon. */
  fromHere: { today: string; tonight: string };
  /** How far the nearest room is: "In person: the nearest is 105 miles". */
  nearestIs(miles: string): string;
  nearby: string;
  /** The filter that hides what is over for today. */
  stillToCome: string;
  /** Until five in the morning. */
  tonight: string;
  /** "Starts in 12 minutes". */
  startsIn(minutes: number): string;
  /** How long it has been going on: "began 25 minutes ago", "began 3 hours ago". */
  began(minutes: number): string;
  quick: { label: string; today: string; tonight: string; tomorrow: string };
  join: Record<Join, string>;
  /** A place or a group that meets again on a day; `why` is the desk's reason, a sentence without its period. */
  closedUntil(date: string, why: string): string;
  joinOnline: string;
  /** What to key in once a call is answered; empty if there is nothing. */
  keyIn(codes: readonly string[], extension: string | null): string;
  /** A number in another country; `country` is its two-letter code. */
  abroad(number: string, country: string): string;
  /** A number that cannot be dialed as it is written. */
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
  /** Lists that fellowships keep on their own sites. `where`: the states of a list of several. */
  ownLists: {
    /** `where`: the state with its preposition, "in Montana". */
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
  /** Above the meetings of a group that differ. */
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

/** Texts of an event in a calendar, which is read outside the site. */
export interface CalendarWords {
  /** Reminders show only the title, so it says that the meeting is paused. */
  pausedTitle(name: string): string;
  /** The title of a meeting that may not take place each week, because reminders show only the title. */
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
  /** The description of a search's calendar if the search words speak of danger. */
  crisis(lines: readonly string[]): string;
  /** The name of a calendar that holds only the first of many meetings. */
  soonest(title: string, count: number): string;
}
