import http from "node:http";
import https from "node:https";
import { useAgent } from "request-filtering-agent";

/** Asks strangers' servers, and never one inside the operator's own network. */

export type ServerAnswer = http.IncomingMessage;

interface AskOptions {
  method: "GET" | "HEAD";
  headers: Readonly<Record<string, string>>;
  /** Ends the visit, whatever it is at. */
  signal: AbortSignal;
  /** True only in tests: lets 127.0.0.1 pass, where their server is, and nothing else that is private. */
  allowPrivate: boolean;
}

/** An address that leads into a private network. */
export class PrivateAddress extends Error {}

/** The one metadata service that lives at a public address; the others are link-local, private or reserved. */
const azureMetadata = "168.63.129.16";

/**
 * Asks one address; resolves to the head of the answer, whatever its status. The agent looks at the very address it connects to, so a name
 * cannot point elsewhere between a check and the visit: it refuses private, loopback, link-local, carrier-grade NAT, multicast, reserved and
 * IPv4-in-IPv6 addresses. It would let ::a.b.c.d pass, an old disguise of IPv4: an address written like that is refused here. Rejects with
 * PrivateAddress, or with what Node says.
 */
export async function ask(address: URL, { method, headers, signal, allowPrivate }: AskOptions): Promise<ServerAnswer> {
  if (address.hostname.startsWith("[::")) throw new PrivateAddress(address.href);
  const agent = useAgent(address.href, {
    allowIPAddressList: allowPrivate ? ["127.0.0.1"] : [],
    denyIPAddressList: [azureMetadata],
  });
  const { request } = address.protocol === "https:" ? https : http;
  // Said, so that NODE_TLS_REJECT_UNAUTHORIZED=0, set for something else, lets no false certificate pass here.
  const options = { method, agent, headers, signal, rejectUnauthorized: true };
  return new Promise((resolve, reject) => {
    request(address, options, resolve)
      .on("error", (error) => reject(error.message.includes("is not allowed. Because") ? new PrivateAddress(address.href) : error))
      .end();
  });
}

/** Where an answer leads on to; null where it is no redirect. */
export function redirectOf({ statusCode, headers }: ServerAnswer): string | null {
  return [301, 302, 303, 307, 308].includes(statusCode!) ? (headers.location ?? null) : null;
}
