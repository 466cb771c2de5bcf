import type { IncomingMessage } from "node:http";
import { type HttpRefusal, refusals } from "./refuse.ts";

/** A single host with or without a port (RFC 9110, 7.2): joinDuplicateHeaders puts a comma between two. */
const oneHost = /^(?:[\w.~!$&'()*+;=%-]*|\[[\da-f:.]+\])(?::\d*)?$/i;
const absoluteForm = /^https?:\/\/[^/]/i;

/** Returns what is malformed in a request that Node accepts (RFC 9112); null when nothing is. Called for every request. */
export function faultIn({ headers, httpVersionMajor, httpVersionMinor, method, url = "" }: IncomingMessage): HttpRefusal | null {
  if (httpVersionMajor !== 1) return refusals.version;
  const { host, "transfer-encoding": coding } = headers;
  if (host === undefined ? httpVersionMinor > 0 : !oneHost.test(host)) return refusals.host;
  if (coding !== undefined) {
    const fault = faultInCoding(coding, httpVersionMinor);
    if (fault !== null) return fault;
  }
  return isTarget(url, method) ? null : refusals.target;
}

/** Only a final "chunked" delimits the body; HTTP/1.0 does not support it. */
function faultInCoding(coding: string, minor: number): HttpRefusal | null {
  const codings = coding
    .toLowerCase()
    .split(",")
    .map((name) => name.trim());
  if (minor === 0 || codings.at(-1) !== "chunked") return refusals.framing;
  return codings.length > 1 ? refusals.coding : null;
}

function isTarget(url: string, method: string | undefined): boolean {
  if (url.includes("#")) return false;
  return url.startsWith("/") || absoluteForm.test(url) || (url === "*" && method === "OPTIONS");
}
