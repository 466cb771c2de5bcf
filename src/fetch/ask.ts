import http from "node:http";
import https from "node:https";
import { useAgent } from "request-filtering-agent";

/** Sends requests to external servers, and never to one inside the operator's own network. */

export type ServerAnswer = http.IncomingMessage;

interface AskOptions {
  method: "GET" | "HEAD";
  headers: Readonly<Record<string, string>>;
  /** Aborts the visit at any stage. */
  signal: AbortSignal;
  /** True only in tests: allows 127.0.0.1, where their server is, and no other private address. */
  allowPrivate: boolean;
}

/** Thrown for an address in a private network. */
export class PrivateAddress extends Error {}

/** The only metadata service at a public address; the others are link-local, private or reserved. */
const azureMetadata = "168.63.129.16";

/**
 * Requests one address; resolves to the head of the response, whatever its status. The agent checks the very address that it connects to, so
 * a name cannot resolve elsewhere between a check and the visit: it refuses private, loopback, link-local, carrier-grade NAT, multicast,
 * reserved and IPv4-in-IPv6 addresses. It would allow ::a.b.c.d, an obsolete form of IPv4, so an address written like that is refused here.
 * Rejects with PrivateAddress, or with Node's error.
 */
export async function ask(address: URL, { method, headers, signal, allowPrivate }: AskOptions): Promise<ServerAnswer> {
  if (address.hostname.startsWith("[::")) throw new PrivateAddress(address.href);
  const agent = useAgent(address.href, {
    allowIPAddressList: allowPrivate ? ["127.0.0.1"] : [],
    denyIPAddressList: [azureMetadata],
  });
  const { request } = address.protocol === "https:" ? https : http;
  // Explicit, so that NODE_TLS_REJECT_UNAUTHORIZED=0, set for something else, does not admit an invalid certificate here.
  const options = { method, agent, headers, signal, rejectUnauthorized: true };
  return new Promise((resolve, reject) => {
    request(address, options, resolve)
      .on("error", (error) => reject(error.message.includes("is not allowed. Because") ? new PrivateAddress(address.href) : error))
      .end();
  });
}

/** Returns where a redirect leads; null if the response is not a redirect. */
export function redirectOf({ statusCode, headers }: ServerAnswer): string | null {
  return [301, 302, 303, 307, 308].includes(statusCode!) ? (headers.location ?? null) : null;
}
