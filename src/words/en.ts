import { countryName } from "./languages.ts";

/** "then 850 1126 9892 #, code 040728 #": what to key in after a call is answered. */
const keyIn = (codes: readonly string[], extension: string | null) =>
  [...codes.map((code, at) => `${at === 0 ? "then" : "code"} ${code} #`), ...(extension === null ? [] : [`extension ${extension}`])].join(
    ", ",
  );

/** A number in another country, given by its code: "+44 20 3481 5237 (United Kingdom)". */
const abroad = (number: string, country: string) => `${number} (${countryName(country, "en")})`;

/** Every word the site says by itself, in English. The catalog's own texts are not here. Spanish will be typed as `typeof en`. */
export const en = {
  language: "en" as "en" | "es",
  name: "Porchlight",
  tagline: "Find people who have been there.",
  skip: { results: "Skip to results", filters: "Skip to filters", content: "Skip to the page" },
  crisis: {
    label: "Emergency",
    danger: "Danger?",
    crisis: "Crisis?",
    call: "Call",
    or: "or",
    text: "text",
    leave: "Leave",
    leaveWhat: "this site",
  },
  nav: {
    label: "Site",
    programs: "Support",
    meetings: "Meetings",
    library: "Library",
    guidance: "Guide",
    help: "Help",
  },
  footer: {
    label: "About this site",
    places: "By state",
    about: "About",
    privacy: "Privacy",
    accessibility: "Accessibility",
    note: "No cookies. No tracking. Every number has a source and a date.",
  },
  months: ["Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"],
  date: {
    about: (date: string) => `about ${date}`,
    orLater: (date: string) => `${date} or later`,
    decade: (decade: string) => `the ${decade}s`,
    none: "no date given",
  },
  list: { or: " or ", and: " and ", comma: ", " },

  facets: {
    state: "Where you are",
    help: "What it helps with",
    format: "How to join",
    access: "Rural access",
    category: "Kind of support",
    frequency: "How often",
    language: "Language",
    day: "Day",
    time: "Time of day",
    program: "Program",
    type: "Kind of meeting",
    kind: "Kind of text",
    topic: "About",
  } as Record<string, string>,
  speaksTo: {
    category: "Kind of support it is about",
    access: "Rural access it is about",
    format: "Way to join it is about",
    frequency: "How often it is about",
  } as Record<string, string>,
  anyState: "Any state",

  results: {
    filter: "Filter",
    chosen: (count: number) => `${count} chosen`,
    search: "Search",
    apply: "Apply",
    clearAll: "Clear all",
    remove: "Remove filter:",
    removeWords: "Remove search:",
    sortBy: "Order",
    sorts: {
      match: "Best match",
      soonest: "Soonest",
      nearest: "Nearest",
      reach: "Easiest to reach",
      name: "A to Z",
      touched: "Lately checked",
      year: "Newest",
    } as Record<string, string>,
    words: (q: string) => `“${q}”`,
    corrected: (taken: string, typed: string) => `Showing results for ${taken} instead of ${typed}.`,
    wished: (sentence: string) => `Your words said so: showing what is ${sentence}`,
    dropped: (typed: string) => `Nothing here has ${typed} as well, so we left it out.`,
    exactWords: "Search for the exact words instead",
    exactly: "Searching for the exact words.",
    asUsual: "Search as usual",
    pages: "Pages of results",
    page: (page: number, pages: number) => `Page ${page} of ${pages}`,
    previous: "Previous page",
    next: "Next page",
    nothing: "Nothing fits all of that.",
    nothingHas: (typed: string) => `Nothing here has ${typed}. Check the spelling, or try fewer or simpler words.`,
    unknown: (value: string) => `“${value}” is not something we list by. Take it away to see more.`,
    without: (label: string, count: string) => `Without “${label}”: ${count}`,
    /** "By phone, in Montana · Find support" */
    titled: (sentence: string, title: string) => `${sentence.replace(/\.$/, "")} · ${title}`,
    pastEnd: (pages: number) => `There are only ${pages === 1 ? "one page" : `${pages} pages`} of results.`,
    backToFirst: "Back to the first page",
    noTravel: "Or try what needs no travel",
    seeAll: "See everything",
    now: "Need help right now?",
  },

  programs: {
    title: "Find support",
    description: "Peer phone lines, self-help groups and recovery centers. Filter by what you need and how you can join.",
    searchLabel: "What are you looking for?",
    count: (count: number) => (count === 1 ? "1 program" : `${count.toLocaleString("en-US")} programs`),
    sortRule:
      "Easiest to reach: first any phone at any hour, then any phone, little data, online, mail, and last a drive. Among equals: nationwide before one state, for all before for a few; crisis lines and unconfirmed ones later.",
    localFirst: (state: string) => `Programs of ${state} come first, then nationwide ones.`,
    guides: "To read next",
    near: {
      note: (place: string) => `Looking for something near ${place}?`,
      serving: (state: string) => `Programs that serve ${state}`,
      meetings: (place: string) => `Meetings near ${place}`,
    },
    noTravelPaths: { phone: "Talk on any phone", online: "Join online from home", mail: "By text, e-mail or mail" },
  },

  clock: (hour: number, minute: number) =>
    minute === 0 && hour % 12 === 0
      ? hour === 0
        ? "midnight"
        : "noon"
      : `${hour % 12 || 12}${minute === 0 ? "" : `:${String(minute).padStart(2, "0")}`} ${hour < 12 ? "am" : "pm"}`,
  days: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],

  meetings: {
    title: "Meetings",
    description: "Meetings by day, time and way to join, soonest first: in person near you, by phone and online.",
    searchLabel: "Name, town or kind of meeting",
    count: (count: number) => (count === 1 ? "1 meeting" : `${count.toLocaleString("en-US")} meetings`),
    groups: { "on-now": "On now", soon: "Starting within the hour", later: "After that", none: "By arrangement" },
    /** "7 to 8 pm", "11 am to 1 pm". */
    from: (start: string, end: string) =>
      `${/ [ap]m$/.test(start) && end.endsWith(start.slice(-3)) ? start.slice(0, -3) : start} to ${end}`,
    inZone: (time: string, zone: string | null) =>
      zone === null ? `${time}, time zone not known` : `${time} ${zone.replace(/ Time$/, "")}`,
    everyDay: "Every day",
    yourTime: (time: string) => `${time} your time`,
    byArrangement: "By arrangement",
    /** When a paused meeting meets otherwise. */
    usually: (time: string) => `Usually ${time}`,
    near: "ZIP code or town, state",
    nearShort: "ZIP code",
    searchShort: "Keyword",
    withinLabel: "How far",
    within: (miles: number) => `${miles} miles`,
    clock: "Your clock",
    clockOfPlace: "The meeting’s own",
    clocks: {
      "America/New_York": "Eastern",
      "America/Chicago": "Central",
      "America/Denver": "Mountain",
      "America/Phoenix": "Arizona",
      "America/Los_Angeles": "Pacific",
      "America/Anchorage": "Alaska",
      "Pacific/Honolulu": "Hawaii",
    } as Record<string, string>,
    nearPlace: (place: string) => `Near ${place}`,
    miles: (miles: number) => (miles < 1 ? "nearby" : `${Math.round(miles)} ${Math.round(miles) === 1 ? "mile" : "miles"}`),
    straight: (miles: number) => `Within ${miles} miles in a straight line.`,
    widened: (asked: number, miles: number) => `Nothing within ${asked} miles, so we looked as far as ${miles}, in a straight line.`,
    noneNear: (miles: number) => `Nothing within ${miles} miles.`,
    unknownPlace: (near: string) => `We do not know “${near}”.`,
    didYouMean: "Did you mean:",
    noTravel: "No travel needed",
    quick: { label: "When", today: "Today", tonight: "Tonight", tomorrow: "Tomorrow" },
    join: {
      "in-person": "In person",
      video: "Online",
      phone: "By phone",
      hybrid: "In person and online",
      "online-for-now": "Online for now: its place is closed",
      paused: "Paused: not meeting now",
      "contact-first": "Ask first how to join",
    },
    joinOnline: "Join online",
    keyIn,
    abroad,
    /** A number that nobody can dial as it is written. */
    phoneAsWritten: (words: string) => `Phone: ${words}`,
    weeks: {
      first: "first",
      second: "second",
      third: "third",
      fourth: "fourth",
      fifth: "fifth",
      last: "last",
      "every-other": "every other",
    } as Record<string, string>,
    onlyWeeks: (weeks: string, day: string) => `${weeks} ${day} only`,
    monthly: "monthly, see its note for the week",
    seeNote: "not every week, see its note",
    honest: (feed: string, date: string | null) => `From ${feed}${date ? `, changed ${date}` : ""}.`,
    notConfirmed: "Groups tell these lists when and where they meet. We have not confirmed it.",
    stale: "Not changed for over a year: call before you travel.",
    staleOnline: "Not changed for over a year: it may have ended.",
    changed: (date: string) => `Last changed by its group ${date}.`,
    fetched: (date: string) => `Last fetched ${date}.`,
    empty:
      "No meeting lists have been added to this site yet. When they are, this page shows what you can join today: on now, starting soon, near you, by phone and online. Until then, these programs list their own meetings.",
    emptyPaths: { finder: "Programs with video meetings", phone: "Programs with phone meetings", near: "Programs that meet in person" },
    calendar: "Put these in your calendar",
    calendarOne: "Put it in your calendar",
    how: "How to join",
    where: "Where",
    map: "Map",
    openMap: "Open in a maps app",
    types: "Kind of meeting",
    program: "Program",
    group: "Group",
    notes: "Notes from its group",
    alsoAtPlace: "Also at this place",
    alsoByGroup: "Also by this group",
    source: "Where this comes from",
    ownPage: "Its own page",
    nextTime: (day: string, date: string) => `Next: ${day}, ${date}`,
    listed: (feed: string) => `From ${feed}.`,
    homeTown: "Based in",
    groupMeets: (times: number) => `This group meets ${times} times a week.`,
    andMore: (count: number) => `And ${count} more.`,
    placeMeets: (days: number) => `Meetings here ${onDays(days)}${days === 7 ? "" : " a week"}.`,
    next: "Next meetings",
    nearest: (place: string) => `Meetings nearest to ${place}`,
    nearYou: "Near you: ZIP code or town, state",
    allNear: (place: string) => `All its meetings near ${place}`,
    allWithoutTravel: "Its meetings by phone and online",
    lists: (count: number) => `${count} lists`,
    weekly: (times: number, days: number) =>
      times === 0
        ? "It meets less than once a week."
        : `${times.toLocaleString("en-US")} ${times === 1 ? "meeting" : "meetings"} a week in all, ${onDays(days)}.`,
    told: (weekly: string, lists: string, date: string | null) =>
      `${weekly} From ${lists}${date ? `, last fetched ${date}` : ""}. Not confirmed by us.`,
    all: (count: number) => `All ${count.toLocaleString("en-US")} meetings`,
    passcodeNote: "Join details",
    zoneFrom: {
      record: "The time zone is the meeting’s own.",
      feed: "The time zone is that of its list.",
      coordinates: "The time zone is worked out from where it is.",
      state: "The time zone is that of its state.",
    } as Record<string, string>,
  },

  calendar: {
    pausedTitle: (name: string) => `Paused: ${name}`,
    someWeeksTitle: (name: string) => `${name} (maybe not every week: see its note)`,
    someWeeks: "It may not meet every week. See the note before you go.",
    join: {
      "in-person": "Meets in person.",
      video: "Meets online, by video.",
      phone: "Meets by phone.",
      hybrid: "Meets in person and online: come, or join from home.",
      "online-for-now": "Online for now: the place is closed, so do not travel.",
      paused: "Paused: it does not meet at the moment. Ask before you go.",
      "contact-first": "Get in touch before you go.",
    },
    online: (url: string) => `Join online: ${url}`,
    call: (number: string) => `Call: ${number}`,
    keyIn,
    abroad,
    says: (words: string) => `Its listing says: ${words}`,
    group: (name: string) => `Group: ${name}`,
    noZone: "Its listing names no time zone: the time is taken for yours.",
    noEnd: "No end is listed; this entry takes one hour.",
    more: (url: string) => `Times change. Its page: ${url}`,
    /** What a calendar of a search says of itself where the words speak of danger. */
    line: (name: string, step: string) => `${name}: ${step}.`,
    crisis: (lines: readonly string[]) => `Need help right now? ${lines.join(" ")}`,
    soonest: (title: string, count: number) => `${title}: the next ${count.toLocaleString("en-US")}`,
  },

  card: {
    nationwide: "Nationwide",
    call: (digits: string) => `Call ${digits}`,
    text: (digits: string) => `Text ${digits}`,
    tty: (digits: string) => `TTY ${digits}`,
    chat: "Chat",
    email: "E-mail",
    site: "Website",
    finder: "Find a meeting",
    address: "Address",
    ifNobodyAnswers: "If nobody answers:",
    closed: "Closed.",
    unconfirmed: "Unconfirmed.",
    checked: (date: string, how: string) => `Checked ${date} ${how}.`,
    how: { phone: "by phone", website: "on its site", "in person": "in person", mail: "by mail" } as Record<string, string>,
    notConfirmed: (host: string, date: string) => `From ${host}, ${date}. Not confirmed since.`,
    undated: (host: string) => `From ${host}, no date given. Not confirmed.`,
    states: (count: number) => `${count} states`,
  },

  program: {
    alsoKnownAs: (names: string) => `Also known as ${names}`,
    nextStep: "Next step",
    contacts: "Ways to reach it",
    on: (host: string) => `on ${host}`,
    hours: "Hours",
    languagesLabel: "Languages",
    sendFirst: (message: string) => `Send: ${message}`,
    spelled: (vanity: string) => `spelled ${vanity}`,
    closedNote: "This program has closed. We keep it here so that old lists do not mislead you.",
    unconfirmedNote: "Nobody has confirmed this for a while. It may have changed.",
    ifNobodyAnswers: "If nobody answers",
    instead: "Where to go instead",
    about: "What it is",
    glance: "At a glance",
    whoFor: "Who it is for",
    howToJoin: "How to join",
    howOften: "How often",
    where: "Where",
    cost: "Cost",
    languages: "Languages",
    helpsWith: "Helps with",
    kind: "Kind",
    runBy: "Run by",
    ruralNotes: "Far from town",
    doubts: "What we are not sure of",
    related: "You might also try",
    evidence: "What research says",
    sources: "Where these facts come from",
    source: (host: string, date: string) => `${host}, ${date}`,
    lastCheck: "Last check",
    neverChecked: "None of us has checked this listing by phone yet. It was written from these sources.",
    checkedBy: (date: string, how: string, role: string) => `Checked ${date} ${how}, by ${role}.`,
    added: (date: string) => `Added ${date}.`,
    wrong: "Something wrong?",
    wrongMail: "Tell us and we will look into it:",
    wrongSubject: (name: string) => `Correction: ${name}`,
    noMail: "The people who run this site have not given an address for corrections yet.",
  },

  library: {
    title: "Library",
    description: "Guides and research on mutual support for recovery, in plain words, with what each can and cannot tell.",
    searchLabel: "Search guides and research",
    count: (count: number) => (count === 1 ? "1 text" : `${count.toLocaleString("en-US")} texts`),
    noYear: "year not known",
    andOthers: (author: string) => `${author} et al.`,
  },

  document: {
    read: { own: "Read it", copy: "Read a copy", citation: "See the citation", organization: "Go to the organization" } as Record<
      string,
      string
    >,
    about: "What it is",
    finding: "What it found",
    limits: "What that cannot tell",
    noFinding: "We have not read its findings, so we do not repeat any.",
    authors: "By",
    publisher: "Published by",
    year: "Year",
    noYear: "Not known",
    cost: "Cost",
    citation: "To cite it",
    programs: "Programs it speaks about",
    topics: "About",
  },

  home: {
    title: "Porchlight: mutual support for recovery, wherever you live",
    headline: "Find people who have been there.",
    lead: "A directory of peer phone lines, groups and recovery centers, made for people who live far from town.",
    need: "What do you need right now?",
    paths: {
      talk: ["Talk to somebody by phone", "Peer lines and help lines, most of them open at any hour"],
      online: ["An online meeting", "From home, today; the camera can often stay off"],
      near: ["A group near me", "In-person groups, and how to find the closest one"],
      family: ["Help for someone I love", "For parents, partners, children and friends"],
      worker: ["Options for a person I work with", "What works on any phone, with no internet"],
      planning: ["Planning a program", "Guides, toolkits and the evidence"],
    } satisfies Record<string, readonly [string, string]>,
    categories: "By kind of support",
    now: "On now, or within the hour",
    allMeetings: "All meetings",
    late: "Lately added or checked",
    honest: "How we keep this true",
    honestText: "Every number here carries its source and its date. What nobody has confirmed says so.",
    honestLink: "How listings are made",
  },

  places: {
    tile: (name: string, inPerson: number) => `${name}: ${inPerson === 0 ? "only by phone and online" : `${inPerson} in person a week`}`,
    count: (count: number) => (count === 0 ? "–" : count.toLocaleString("en-US")),
    state: "State",
    own: "Own programs",
    inPerson: "In person a week",
    mapLabel: "Where meetings are held in person",
    mapKey:
      "The stronger a state’s color, the more meetings in person it has here. One without color is reached by phone and online only. The table says the same.",
    meetings: (name: string) => `Meetings in ${name}`,
    title: "By state",
    description: "What each state has of its own, and what reaches everybody.",
    placeDescription: (state: string) => `Peer lines, groups and recovery centers of ${state}, then what serves every state.`,
    county: (name: string, state: string) =>
      /(Parish|Borough|Municipality|Area|County|\(city\))$|^City of /.test(name) || ["LA", "AK", "DC"].includes(state)
        ? name
        : `${name} County`,
    elsewhere: "Elsewhere",
    ownHeading: (state: string) => `${state}’s own`,
    nothingSure: (state: string, unconfirmed: number) =>
      unconfirmed === 0
        ? `We know of nothing that is ${state}’s own yet. These serve every state.`
        : `We could not confirm what ${state} has of its own. These serve every state.`,
    nationwide: "Nationwide, easiest to reach first",
    all: (state: string) => `Everything that serves ${state}, with filters`,
  },

  guidance: {
    title: "Mutual support in a rural place",
    description: "What mutual support is, what research says, and what to weigh where people are few and far between.",
    lead: "For anybody who wants to bring people together far from town: planners, librarians, nurses, pastors, peers.",
    programs: "See programs",
    library: "Read more",
    figures: "Figures",
    contents: "On this page",
  },

  help: {
    title: "Help now",
    description: "Crisis lines, and somebody to talk to.",
    lead: "If somebody could die or get hurt in the next minutes, call 911.",
    call911: "Call 911",
    warmLines: "Someone to talk to, by state",
    warmLinesLead: "Warm lines are for before a crisis. Most are answered by people who have been there.",
    allLines: "All peer support lines",
    more: (name: string) => `More about ${name}`,
  },

  about: {
    title: "About Porchlight",
    description: "Where the facts come from, how a listing gets in or out, and what the marks mean.",
    sections: [
      {
        heading: "What this is",
        paragraphs: [
          "Porchlight is a directory of mutual support for recovery: people who have been there, helping each other. It lists phone lines, groups, recovery centers, and the guides and research behind them.",
          "It is made for people who live far from town. It works on an old phone, on a weak signal, without JavaScript, and it never hides what you can do by phone or from home.",
          "We rank no path above another. With God or without, abstinence or moderation, with medication or not: they stand side by side, and each says plainly what it is.",
        ],
      },
      {
        heading: "Where the facts come from",
        paragraphs: [
          "Each listing is written in our own words from public pages: first the organization’s own, then government, then universities, then the press. Every page we used is named on the listing, with its date.",
          "A number is never guessed. What we only saw on an old or second-hand list, and could not support, is not shown.",
        ],
      },
      {
        heading: "How a listing gets in or out",
        paragraphs: [
          "A program gets in when it is mutual support, or a line or place that leads there, and a public page supports who it is and how to reach it. It costs nothing and cannot be bought. We do not list paid treatment.",
          "A program that has closed stays, marked as closed, so that an old list does not mislead you; it says where to go instead. A listing goes when it was wrong from the start.",
        ],
      },
      {
        heading: "What the marks mean",
        paragraphs: [
          "“Checked 12 Oct 2026 by phone” means that one of us called and somebody answered as described.",
          "“From example.org, May 2025. Not confirmed since.” means that page printed it then, and none of us has checked it since. Most numbers here are like that today.",
          "“Unconfirmed” means the whole listing may have changed: nothing recent supports it. A phone line that is unconfirmed comes with somebody else to call.",
          "“Closed” means a source says it ended.",
        ],
      },
      {
        heading: "Who may use this",
        paragraphs: [
          "The texts of the catalog are free to copy with credit (Creative Commons Attribution 4.0). Every page of results has a twin for machines: put .json after /programs or /library. Icons: Lucide (ISC license). ZIP codes and towns: GeoNames, geonames.org (Creative Commons Attribution 4.0), shortened by us; those of Puerto Rico and the islands: the zipcodes package (BSD license).",
        ],
      },
    ],
  },
  privacy: {
    title: "Privacy",
    description: "What this site does not keep about you.",
    sections: [
      {
        heading: "What we do not keep",
        paragraphs: [
          "No cookies. No account. No counting of visitors. Nothing is loaded from another company, so nobody else learns that you were here.",
          "We do not write down your address on the internet, the words you search for, or the pages you open.",
        ],
      },
      {
        heading: "What others may see",
        paragraphs: [
          "Your own phone or computer remembers the pages you open. On a shared one, use a private window, or clear the history when you are done.",
          "“Leave this site”, at the top of every page, opens the weather. It does not clear the history.",
          "Your phone company sees the numbers you call. When you follow a link to another site, that site’s own rules apply; we do not tell it where you came from.",
          "Whoever runs the computer that this site lives on could see that your connection reached it, as with any site. We ask every operator not to keep that.",
        ],
      },
    ],
  },
  accessibility: {
    title: "Accessibility",
    description: "How this site is made to work for everybody, and what to do when it does not.",
    sections: [
      {
        heading: "What we aim for",
        paragraphs: [
          "Every page is meant to meet WCAG 2.2, levels A and AA, and its text the stricter contrast of level AAA. It works with a keyboard alone, with a screen reader, at 400% zoom, in high contrast, and without JavaScript.",
          "Buttons are large enough for a thumb. Nothing moves, nothing pops up, and no time runs out.",
        ],
      },
      {
        heading: "How we check",
        paragraphs: [
          "Each change is tested by machine in a real browser, at four widths, light, dark and high contrast. A machine finds only part of the barriers, and people who use a screen reader every day have not tested it yet.",
        ],
      },
      {
        heading: "When something is in your way",
        paragraphs: ["Tell us what you tried to do and what you use. If you cannot read a listing, we can read it to you in a reply."],
      },
    ],
  },

  errors: {
    notFound: ["We could not find that page", "The address may be old or mistyped."],
    unreadable: ["We could not read that address", "Part of it is broken. Try again from the search box."],
    forbidden: ["You may not do that", "This part of the site is not open to you."],
    conflict: ["Somebody else changed this first", "Open the page again to see it as it is now. Then make your change once more."],
    tooLarge: ["That is too much at once", "Try again with less text."],
    type: ["We cannot read that kind of file", "Send it from the form on this site."],
    invalid: ["Something in that is not right", "Go back, check what you filled in, and send it again."],
    tooMany: ["That was too often", "Please wait a minute, then try again."],
    refused: ["We could not do that", "Something in the request does not fit. Go back and try it another way."],
    failed: ["Something broke on our side", "It is not your fault. Please try again in a minute."],
    method: ["This page can only be read", "Nothing here can be sent or changed."],
    wayOn: "Where to go now",
    ways: { help: "Crisis lines, and somebody to talk to", programs: "Find support", home: "The front page" },
  } as const,
};

/** "every day", "on 5 days". */
function onDays(days: number): string {
  return days === 7 ? "every day" : `on ${days} ${days === 1 ? "day" : "days"}`;
}

export type Words = typeof en;
