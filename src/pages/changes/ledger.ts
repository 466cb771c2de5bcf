import type { RequestHandler } from "express";
import { lastSeq } from "../../changes/append.ts";
import { ledgerIdentity } from "../../changes/identity.ts";
import { type Cursor, publicLines } from "../../changes/public-lines.ts";
import type { Site } from "../../site/site.ts";
import { type Urls, withQuery } from "../../site/urls.ts";
import { Unreadable } from "../../web/errors.ts";
import { limitSources } from "../../web/source-limits.ts";

/** Limits of one response: it is made in a few milliseconds, so other readers are not kept waiting. */
const limits = { maxLines: 1000, maxBytes: 250_000 };
/** Requests per source: two hundred thousand meetings within two minutes. */
const share = { max: 600, period: 60_000 };

/**
 * Serves the public ledger as lines of JSON: first the ledger's identity, its last change and the next address (null at the end), then one
 * line per change. `after` is the last change that the client has. Throws TooMany, and Unreadable for an invalid position.
 */
export function ledgerPage(site: Site, urls: Urls): RequestHandler {
  const askers = limitSources({ now: site.now, ...share });
  return (req, res) => {
    askers.take(req);
    const { db } = site.data;
    const { lines, next } = publicLines(db, cursorOf(req.query), limits);
    const head = { ledger: ledgerIdentity(db), last: lastSeq(db), next: next && addressOf(urls, next) };
    const about = { address: urls.ledger, contentType: "application/x-ndjson; charset=utf-8" };
    site.cache.send(req, res, about, () => [JSON.stringify(head), ...lines, ""].join("\n"));
  };
}

function cursorOf({ after = "0", meeting = null }: Readonly<Record<string, unknown>>): Cursor {
  const isId = meeting === null || (typeof meeting === "string" && meeting.length <= 200);
  if (typeof after === "string" && /^\d{1,15}$/.test(after) && isId) return { after: Number(after), meeting };
  throw new Unreadable('"after" is the number of the last change that you have, such as /ledger?after=0');
}

function addressOf(urls: Urls, { after, meeting }: Cursor): string {
  return withQuery(urls.ledger, { after: String(after), meeting: meeting ?? "" });
}
