import type { IncomingMessage } from "node:http";
import type { RequestHandler } from "express";
import { Forbidden } from "./errors.ts";

/** Methods that change nothing (RFC 9110, 9.2.1), and that anybody may lead to. */
const safeMethods: readonly string[] = ["GET", "HEAD", "OPTIONS"];

/**
 * Refuses with 403 what another site's page sends in a reader's name. Browsers say where a request comes from in Sec-Fetch-Site, but only to
 * https and to localhost; else in Origin, which must then name the host that was asked. Who says neither is refused: every browser says
 * one of them with a form.
 */
export const refuseOtherOrigins: RequestHandler = (req, _res, next) => {
  if (safeMethods.includes(req.method) || isSameOrigin(req)) next();
  else throw new Forbidden("from another site");
};

function isSameOrigin({ headers }: IncomingMessage): boolean {
  const site = headers["sec-fetch-site"];
  return site === undefined ? isOriginOfHost(headers.origin, headers.host) : site === "same-origin";
}

/** Compared as URLs, so that the port that goes without saying may be said. */
function isOriginOfHost(origin: string | undefined, host: string | undefined): boolean {
  if (origin === undefined || host === undefined || !URL.canParse(origin)) return false;
  const { protocol, host: from } = new URL(origin);
  return /^https?:$/.test(protocol) && URL.canParse(`${protocol}//${host}`) && new URL(`${protocol}//${host}`).host === from;
}
