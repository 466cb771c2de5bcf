import type { LinksWords } from "./links-words.ts";

const faults: Record<Parameters<LinksWords["broken"]>[0], string> = {
  gone: "the page was not found",
  certificate: "its security certificate is not valid",
  parked: "the web address is for sale",
  "no-answer": "the site does not answer",
};

export const enLinks: LinksWords = {
  broken: (fault, since) => `This link has not worked since ${since}: ${faults[fault]}.`,
};
