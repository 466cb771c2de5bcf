/** Why a link is broken: its page is gone, its certificate is not valid, its domain is for sale, or its server does not answer. */
type LinkFault = "gone" | "certificate" | "parked" | "no-answer";

/** Texts beside links to other sites. */
export interface LinksWords {
  /** "This link has not worked since 1 Nov 2026: the page was not found." */
  broken(fault: LinkFault, since: string): string;
}
