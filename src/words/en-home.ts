import { startUpper } from "./en-grammar.ts";
import type { HomeWords, TalkWords } from "./home-words.ts";

export const enHome: HomeWords = {
  title: "Porchlight: mutual support for recovery, wherever you live",
  headline: "Find people who have been there.",
  lead: "Phone lines, groups and centers, for people far from town.",
  needs: {
    talk: ["Talk to someone now", "Free, day and night"],
    meeting: ["Find a meeting", "In person, by phone or online"],
    family: ["Help for someone I love", "Parents, partners, friends"],
    list: ["Make a list for someone else", "What needs no internet"],
  },
  near: "ZIP code, or town and state",
  find: "Find",
  ownWords: "Or say it in your own words",
  example: "my son uses meth",
  categories: "By kind of support",
  planning: "Starting or planning a group?",
  planningPaths: {
    start: "How to start a group",
    research: "What research says",
    library: "Guides and studies",
  },
};

export const enTalk: TalkWords = {
  title: "Talk to someone now",
  description:
    "Phone and text lines that answer now: 988 and SAMHSA at any hour, your state’s own lines, and lines for one trouble or one job.",
  state: "Your state",
  show: "Show",
  everywhere: "Day and night, in every state",
  own: startUpper,
  noOwn: (where) => `We don’t know of a local line ${where} that anyone can call. These answer there too:`,
  more: (where) => `Groups, centers and meetings ${where}`,
  some: "For one trouble or one line of work",
};
