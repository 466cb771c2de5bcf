import type { IncomingMessage } from "node:http";
import type { RequestHandler } from "express";
import { Forbidden } from "./errors.ts";

/** Methods that change nothing (RFC 9110, 9.2.1) and that any site may trigger. */
const safeMethods: readonly string[] = ["GET", "HEAD", "OPTIONS"];

/**
 * Rejects with 403 what another site's page sends on a reader's behalf. Browsers send the origin of a request in Sec-Fetch-Site, but only
 * to https and to localhost; otherwise in Origin, which must match the requested host. Requests without both are rejected, because every
 * browser sends one of them with a form.
 */
export const refuseOtherOrigins: RequestHandler = (req, _res, next) => {
  if (safeMethods.includes(req.method) || isSameOrigin(req)) next();
  else throw new Forbidden("from another site");
};

function isSameOrigin({ headers }: IncomingMessage): boolean {
  const site = headers["sec-fetch-site"];
  return site === undefined ? isOriginOfHost(headers.origin, headers.host) : site === "same-origin";
}

/** Compares as URLs, so that a default port may be explicit. */
function isOriginOfHost(origin: string | undefined, host: string | undefined): boolean {
  if (origin === undefined || host === undefined || !URL.canParse(origin)) return false;
  const { protocol, host: from } = new URL(origin);
  return /^https?:$/.test(protocol) && URL.canParse(`${protocol}//${host}`) && new URL(`${protocol}//${host}`).host === from;
}
