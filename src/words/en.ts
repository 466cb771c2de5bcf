import { enChanges } from "./en-changes.ts";
import { enDesk } from "./en-desk.ts";
import { enDeskListing } from "./en-desk-listing.ts";
import { enDeskWork } from "./en-desk-work.ts";
import { counted, list, sayClock, sayClocks, saySpan } from "./en-grammar.ts";
import { enHome, enTalk } from "./en-home.ts";
import { enLinks } from "./en-links.ts";
import { enCalendar, enMeetings } from "./en-meetings.ts";
import { enPlaces } from "./en-places.ts";
import { enAnswers, enCard, enProgram, enPrograms } from "./en-program.ts";
import { enReports } from "./en-reports.ts";
import { enResults } from "./en-results.ts";
import { orderIn } from "./lists.ts";
import type { Words } from "./words.ts";

/** English, as it is written in the United States. */
export const en = {
  language: "en",
  name: "Porchlight",
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
    changes: "Changes",
    privacy: "Privacy",
    accessibility: "Accessibility",
    note: "No cookies. No tracking. Every listing says where its facts come from.",
  },

  date: {
    months: ["Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"],
    day: (day, month, year) => `${day} ${month} ${year}`,
    month: (month, year) => `${month} ${year}`,
    about: (date) => `about ${date}`,
    orLater: (year) => `${year} or later`,
    decade: (year) => `the ${year}s`,
    none: "no date given",
  },
  list,
  compare: orderIn("en-US"),
  days: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
  shortDays: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"],
  clock: sayClock,
  clocks: sayClocks,
  span: saySpan,

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
    kind: "Type",
    topic: "About",
  },
  speaksTo: {
    category: "Covers: kind of support",
    access: "Covers: rural access",
    format: "Covers: how to join",
    frequency: "Covers: how often",
  },
  anyState: "Any state",

  results: enResults,
  programs: enPrograms,
  meetings: enMeetings,
  calendar: enCalendar,
  answers: enAnswers,
  card: enCard,
  program: enProgram,
  links: enLinks,

  library: {
    title: "Library",
    description: "Guides and research on mutual support for recovery, in plain words, and what each can and can’t tell us.",
    searchLabel: "Search guides and research",
    count: (count) => counted(count, "guide or study", "guides and studies"),
    noYear: "year not known",
    authors: (authors) => (authors.length > 2 ? `${authors[0]} et al.` : list.comma(authors)),
  },

  document: {
    read: { own: "Read it", copy: "Read a copy", citation: "See the citation", organization: "Visit the organization" },
    about: "What it is",
    finding: "What it found",
    limits: "What it can’t tell us",
    noFinding: "We have not read its findings, so we do not report any.",
    authors: "By",
    publisher: "Published by",
    year: "Year",
    noYear: "Not known",
    cost: "Cost",
    citation: "Cite this",
    programs: "Programs it covers",
    topics: "About",
  },

  home: enHome,
  talk: enTalk,
  places: enPlaces,

  guidance: {
    title: "Mutual support in rural places",
    description: "What mutual support is, what research says, how to start a group, and what to think about where people live far apart.",
    lead: "For anyone who wants to bring people together far from town: planners, librarians, nurses, pastors and peers.",
    figures: (count) => counted(count, "figure", "figures"),
    readAt: (host) => `(We read it on ${host}.)`,
    programs: "See programs",
    library: "Read more",
    contents: "On this page",
  },

  help: {
    title: "Help now",
    description: "Call 911, call or text 988, and lines for overdose, violence at home, farm stress and treatment.",
    call911: "Call 911",
    byState: "Just need to talk? Lines in your state",
    warmLines: "States with a line of their own",
    sources: "Each name leads to where its numbers come from.",
    allLines: "All peer support lines",
  },

  changes: enChanges,
  desk: enDesk,
  deskWork: enDeskWork,
  deskListing: enDeskListing,
  reports: enReports,

  errors: {
    says: {
      notFound: ["We could not find that page", "The address may be old or mistyped."],
      unreadable: ["We could not read that address", "Part of it is broken. Try again from the search box."],
      forbidden: ["You can’t do that", "This part of the site is not open to you."],
      conflict: ["Someone else changed this first", "Reload the page to see their change. Then make yours again."],
      tooLarge: ["That was too long", "Try again with less text."],
      type: ["We can’t read that kind of file", "Send it from the form on this site."],
      invalid: ["Something isn’t filled in right", "Go back, check what you entered, and send it again."],
      tooMany: ["Too many tries", "Please wait a minute, then try again."],
      refused: ["We could not do that", "Something in the request does not work. Go back and try another way."],
      failed: ["Something broke on our side", "It is not your fault. Please try again in a minute."],
      method: ["This page is only for reading", "Nothing here can be sent or changed."],
    },
    meant: "Did you mean",
    searchFor: (typed) => `Search for “${typed}”`,
    wayOn: "Where to go from here",
    ways: { help: "Crisis lines, and someone to talk to", programs: "Find support", home: "Front page" },
  },
} satisfies Words;
