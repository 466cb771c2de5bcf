import { PrivateAddress } from "../fetch/ask.ts";
import { challengeIn } from "../fetch/challenge.ts";
import { type Arrival, follow, LeadsNowhere, type Manners } from "./follow.ts";
import type { Look } from "./link.ts";
import { isParkedHost, looksGone, looksParked, type Signs } from "./signs.ts";

/**
 * Looks at one link. HEAD comes first; GET is used only if HEAD is refused or returns an error, or if the link is a page, whose beginning
 * shows whether it is still the one that was linked to. Never rejects.
 */
export async function lookAt(url: string, signs: Signs, manners: Manners): Promise<Look> {
  try {
    const head = await follow(url, "HEAD", manners).catch(nullUnlessCertain);
    if (head !== null && isGood(head) && !isPage(head)) return judge(head, signs);
    return judge(await follow(url, "GET", manners), signs);
  } catch (error) {
    return judgeError(error as NodeJS.ErrnoException);
  }
}

const isGood = ({ status }: Arrival) => status >= 200 && status < 300;

/** Without a content type it may be one. */
const isPage = ({ headers }: Arrival) => /^(text\/|application\/xhtml|$)/i.test(headers["content-type"] ?? "");

/** A server may refuse HEAD in any way, but without a server GET fails too. */
function nullUnlessCertain(error: NodeJS.ErrnoException): null {
  if (error instanceof PrivateAddress || isCertain(error.code ?? "")) throw error;
  return null;
}

/** Whether an error is the same for every page of a host. */
export function isCertain(code: string): boolean {
  return /^(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH)$/.test(code) || isOfCertificate(code);
}

function judge(arrival: Arrival, signs: Signs): Look {
  const { status, page, way, forGood } = arrival;
  const found = (verdict: Look["verdict"], movedTo: string | null = null): Look => ({ verdict, movedTo, detail: String(status) });
  if (way.some((address) => isParkedHost(address, signs))) return found("parked");
  if (challengeIn(page) !== null) return found("blocks-robots");
  if (status === 404 || status === 410) return found("gone");
  if (status >= 400 && status < 500) return found("blocks-robots");
  // LinkedIn sends 999.
  if (status > 599) return found("blocks-robots");
  if (!isGood(arrival)) return found("no-answer");
  if (looksParked(page, signs)) return found("parked");
  if (looksGone(page, signs)) return found("gone");
  const [from, to] = [way[0]!, way[forGood]!];
  return isSamePage(from, to) ? found("ok") : found("moved", to.href);
}

/** Whether two addresses differ only in what every server and browser normalizes. */
function isSamePage(one: URL, other: URL): boolean {
  const plain = ({ host, pathname, search }: URL) => host.replace(/^www\./, "") + pathname.replace(/\/$/, "") + search;
  return plain(one) === plain(other);
}

function judgeError(error: NodeJS.ErrnoException): Look {
  const found = (verdict: Look["verdict"], detail: string): Look => ({ verdict, movedTo: null, detail });
  const code = error.code ?? "";
  if (error instanceof LeadsNowhere) return found("no-answer", error.message);
  if (error instanceof PrivateAddress) return found("no-answer", "private");
  if (error.name === "AbortError" || error.name === "TimeoutError") return found("no-answer", "timeout");
  if (/^UNABLE_TO_(VERIFY_LEAF_SIGNATURE|GET_ISSUER_CERT)/.test(code)) return found("certificate-chain", code);
  return found(isOfCertificate(code) ? "certificate" : "no-answer", code || error.name);
}

function isOfCertificate(code: string): boolean {
  return /CERT|SIGNATURE|^ERR_TLS/.test(code);
}
