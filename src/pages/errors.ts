import type { ErrorRequestHandler, RequestHandler, Response } from "express";
import type { Logger } from "pino";
import { NotFound, statusOf } from "../web/errors.ts";
import { view } from "../web/view.ts";
import type { Words } from "../words/en.ts";
import { framed } from "./frame.ts";
import type { Site } from "../site/site.ts";
import { urls } from "./urls.ts";

interface ErrorView {
  words: Words;
  title: string;
  text: string;
  ways: { label: string; href: string }[];
}

const kinds = { 400: "invalid", 404: "notFound", 405: "method", 500: "failed" } as const;

/** No page answered this address. */
export const notFound: RequestHandler = (req) => {
  throw new NotFound(req.path);
};

/** Everything here is read: other methods get 405 and the two that work. */
export function onlyReading(site: Site): RequestHandler {
  const show = errorPage(site);
  return (req, res, next) => {
    if (req.method === "GET" || req.method === "HEAD") return next();
    res.set("Allow", "GET, HEAD");
    show(res, 405);
  };
}

/** Says what went wrong in the site's own dress, with a way on. Our own failures are logged, without the address. */
export function errorHandler(site: Site, log: Logger): ErrorRequestHandler {
  const show = errorPage(site);
  return (error, _req, res, next) => {
    const status = statusOf(error);
    if (status === 500) log.error({ err: error }, "A page failed");
    if (res.headersSent) return next(error);
    show(res, status);
  };
}

function errorPage(site: Site) {
  const body = view<ErrorView>("error");
  const { words } = site;
  const ways = [
    { label: words.errors.ways.help, href: urls.helpNow },
    { label: words.errors.ways.programs, href: urls.programs },
    { label: words.errors.ways.home, href: urls.home },
  ];
  return (res: Response, status: keyof typeof kinds) => {
    const [title, text] = words.errors[kinds[status]];
    const html = framed(site, { title, description: text, path: urls.home, indexed: false }, body({ words, title, text, ways }));
    res.status(status).set("Cache-Control", "no-store").type("html").send(html);
  };
}
