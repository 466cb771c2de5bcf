import { type ServerResponse, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { securityHeaders } from "./security-headers.ts";

/** A response to a request that never reaches the app: a sentence for people. */
export interface HttpRefusal {
  status: number;
  sentence: string;
  headers?: Readonly<Record<string, string>>;
}

const lifelines = "In an emergency call 911. To talk with somebody at any hour, call or text 988.";

export const refusals = {
  unreadable: { status: 400, sentence: "We could not read that request." },
  host: { status: 400, sentence: "A request must name one host." },
  target: { status: 400, sentence: "We could not read that address." },
  framing: { status: 400, sentence: "We could not tell where that request ends." },
  tunnel: { status: 405, sentence: "This is no proxy.", headers: { Allow: "GET, HEAD, OPTIONS" } },
  slow: { status: 408, sentence: "The request took too long to arrive." },
  expectation: { status: 417, sentence: "We could not do what the request expects." },
  long: { status: 431, sentence: "That address is too long." },
  coding: { status: 501, sentence: "We cannot read that transfer coding." },
  busy: {
    status: 503,
    sentence: `Many people are asking at this moment. Please try again in a few seconds.\n${lifelines}`,
    headers: { "Retry-After": "5" },
  },
  closing: {
    status: 503,
    sentence: `We are closing for a moment. Please try again in a few seconds.\n${lifelines}`,
    headers: { "Retry-After": "5" },
  },
  version: { status: 505, sentence: "We speak HTTP/1.1." },
} as const satisfies Record<string, HttpRefusal>;

/** Responds with a refusal and closes the connection afterwards. */
export function refuse(res: ServerResponse, refusal: HttpRefusal): void {
  res.shouldKeepAlive = false;
  res.writeHead(refusal.status, headersOf(refusal).flat());
  // Node omits the body for HEAD.
  res.end(bodyOf(refusal));
}

/**
 * Responds to what never became a request, writing raw HTTP because there is no response object, and closes the connection. Ending alone
 * closes only our half: a client that keeps its half open would keep the descriptor too.
 */
export function refuseRaw(socket: Duplex, refusal: HttpRefusal): void {
  if (!socket.writable) return void socket.destroy();
  const headers = [...headersOf(refusal), ["Connection", "close"]].map(([name, value]) => `${name}: ${value}\r\n`);
  const head = `HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status]}\r\n${headers.join("")}\r\n`;
  socket.end(head + bodyOf(refusal), () => socket.destroy());
}

function headersOf(refusal: HttpRefusal): [string, string][] {
  return Object.entries({
    ...securityHeaders,
    ...refusal.headers,
    "Cache-Control": "no-store",
    "Content-Type": "text/plain; charset=utf-8",
    "Content-Length": String(Buffer.byteLength(bodyOf(refusal))),
  });
}

function bodyOf({ sentence }: HttpRefusal): string {
  return `${sentence}\n`;
}
