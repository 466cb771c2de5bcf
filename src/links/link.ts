/** Where a link is: a listing of a list, a section of the guidance, or one of the lists of meetings that fellowships publish. */
export interface LinkUse {
  url: string;
  list: "programs" | "documents" | "guidance" | "known-lists";
  /** The id of the listing, the section or the list. */
  subject: string;
}

/**
 * What became of a link: it opens; it has moved for good; its page is gone (404, 410); its certificate is not valid; its certificate is
 * sent without the one that vouches for it, which browsers fetch and we do not; somebody offers its domain for sale; its server turns
 * programs away, so that only a person can look; or nobody answers, or with a fault of the server's.
 */
export type Verdict = "ok" | "moved" | "gone" | "certificate" | "certificate-chain" | "parked" | "blocks-robots" | "no-answer";

/** What keeps a reader from a page. */
const failures = ["gone", "certificate", "parked", "no-answer"] as const;

/** A verdict that is said on the page, once it has held for long enough. */
export type BrokenVerdict = (typeof failures)[number];

export function isFailure(verdict: Verdict): verdict is BrokenVerdict {
  return (failures as readonly Verdict[]).includes(verdict);
}

/** What one look at a link has found. */
export interface Look {
  verdict: Verdict;
  /** Where it has moved to for good; null where it has not, or leads nowhere. */
  movedTo: string | null;
  /** The status, or the code of the error: "404", "ENOTFOUND", "timeout". */
  detail: string;
}
