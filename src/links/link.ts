/** Where a link is: a listing of a list, a section of the guidance, or one of the lists of meetings that fellowships publish. */
export interface LinkUse {
  url: string;
  list: "programs" | "documents" | "guidance" | "known-lists";
  /** The id of the listing, the section or the list. */
  subject: string;
}

/**
 * The result of checking a link: it opens; it has moved permanently; its page is gone (404, 410); its certificate is not valid; its
 * certificate is sent without the intermediate one, which browsers fetch and we do not; its domain is for sale; its server blocks robots, so
 * that only a person can look; or there is no answer, or a server error.
 */
export type Verdict = "ok" | "moved" | "gone" | "certificate" | "certificate-chain" | "parked" | "blocks-robots" | "no-answer";

/** Verdicts that keep a reader from a page. */
const failures = ["gone", "certificate", "parked", "no-answer"] as const;

/** A verdict that pages show, once it has held for long enough. */
export type BrokenVerdict = (typeof failures)[number];

export function isFailure(verdict: Verdict): verdict is BrokenVerdict {
  return (failures as readonly Verdict[]).includes(verdict);
}

/** The result of one look at a link. */
export interface Look {
  verdict: Verdict;
  /** Where it has moved permanently; null if it has not, or leads nowhere. */
  movedTo: string | null;
  /** The status, or the error code: "404", "ENOTFOUND", "timeout". */
  detail: string;
}
