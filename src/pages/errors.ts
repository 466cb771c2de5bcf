import type { ErrorRequestHandler, RequestHandler } from "express";
import type { Log } from "../log.ts";
import type { Edition } from "../site/edition.ts";
import { contextOf, type Site } from "../site/site.ts";
import { Moved, NotFound, statusOf, TooMany, type WayOn } from "../web/errors.ts";
import { view } from "../web/view.ts";
import type { ErrorKind, Words } from "../words/words.ts";
import { framed } from "./frame.ts";

interface ErrorView {
  words: Words;
  title: string;
  text: string;
  /** What may have been meant, if the address resembles an existing one. */
  meant: readonly WayOn[];
  ways: WayOn[];
}

/** Long enough for one visit, short enough in case a name moves to another listing. */
const movedFor = "public, max-age=300";

/** Names of the statuses in the words. Any other 4xx is "refused"; every failure of ours is a 500. */
const kinds = new Map<number, ErrorKind>([
  [400, "unreadable"],
  [403, "forbidden"],
  [404, "notFound"],
  [405, "method"],
  [409, "conflict"],
  [410, "gone"],
  [413, "tooLarge"],
  [415, "type"],
  [422, "invalid"],
  [429, "tooMany"],
  [500, "failed"],
]);

/** Throws NotFound for an address that no route matches, whatever the method. */
export const notFound: RequestHandler = (req) => {
  throw new NotFound(req.baseUrl + req.path);
};

/**
 * Renders an error in the words of an edition and the site's layout, with a way on. Our own failures are logged, without the address; Moved
 * becomes a redirect. If part of the page has already been sent, Express closes the connection, so that it is not mistaken for the whole.
 */
export function errorHandler(site: Site, edition: Edition, log: Log): ErrorRequestHandler {
  const body = view<ErrorView>("error");
  const { words, urls } = edition;
  const ways = [
    { label: words.errors.ways.help, href: urls.helpNow },
    { label: words.errors.ways.programs, href: urls.programs },
    { label: words.errors.ways.home, href: urls.home },
    { label: words.reports.link, href: urls.report },
  ];
  return (error, _req, res, next) => {
    if (error instanceof Moved) {
      res.set("Cache-Control", movedFor).redirect(301, error.to);
      return;
    }
    const status = statusOf(error);
    if (status === 500) log.error({ err: error }, "A page failed");
    if (res.headersSent) return next(error);
    const [title, text] = words.errors.says[kinds.get(status) ?? "refused"];
    const meant = error instanceof NotFound ? error.meant : [];
    const head = { title, description: text, path: urls.home, indexed: false };
    const html = framed(contextOf(site, edition), head, body({ words, title, text, meant, ways }));
    if (error instanceof TooMany) res.set("Retry-After", String(error.retryAfter));
    res.status(status).set("Cache-Control", "no-store").type("html").send(html);
  };
}
