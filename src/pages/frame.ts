import type { IncomingMessage, ServerResponse } from "node:http";
import type { Request, RequestHandler } from "express";
import type { ListName } from "../database/versions.ts";
import type { Edition } from "../site/edition.ts";
import { type Context, contextOf, type Site } from "../site/site.ts";
import { callUrl, exitUrl, textUrl, translateUrl } from "../site/urls.ts";
import type { Freshness } from "../web/page-cache.ts";
import { view } from "../web/view.ts";
import type { Words } from "../words/words.ts";

/** What a page says about itself to the surrounding frame and the page cache. */
export interface Head {
  title: string;
  description: string;
  /** Its canonical address, without the site's. */
  path: string;
  /** Path and query with everything that changes what it shows, if that is more than `path`. */
  address?: string;
  /** How long it stays true; without it, the page is made for each reader. */
  freshness?: Freshness;
  /** The lists of data from which it is made; by default all. */
  lists?: readonly ListName[];
  /** The navigation entry to which it belongs. */
  section?: "programs" | "meetings" | "library" | "guidance" | "help";
  /** False for the many pages of a search, which search engines should not index. */
  indexed?: boolean;
  /** True for pages of results, which omit the style sheet of pages to read. */
  resultsOnlyCss?: boolean;
  /** True for a page with a form, which needs an additional style sheet. */
  hasForm?: boolean;
  /** The same news for feed readers. */
  feedUrl?: string;
  /** Targets of the skip links, if more than the page itself. */
  skips?: { href: string; label: string }[];
}

interface Frame {
  indexed: boolean;
  description: string;
  heading: string;
  canonical: string;
  /** The same page in every available language; empty if there is only one. */
  translations: { language: string; href: string }[];
  words: Words;
  css: string[];
  /** Null on pages of results, which are as light as possible. */
  manifestUrl: string | null;
  feedUrl: string | null;
  iconUrl: string;
  nav: { label: string; href: string; current: boolean }[];
  footer: { label: string; href: string }[];
  skips: { href: string; label: string }[];
  crisis: typeof crisisLinks;
  homeUrl: string;
  body: string;
}

/** A page's response to a request. `show` is called only if the page is not in the cache. */
export interface PageAnswer<View> {
  head: Head;
  show: () => View;
  /** False if the page shows nothing worth indexing, whatever its head says. */
  isWorthFinding?: (view: View) => boolean;
  /** The status, if not 200: 422 for a form with errors. Such a page has no freshness. */
  status?: number;
  headers?: Readonly<Record<string, string>>;
}

/** Links in the bar above every page. */
export const crisisLinks = { call911: callUrl("911"), call988: callUrl("988"), text988: textUrl("988"), exit: exitUrl };

const frame = view<Frame>("frame");

/** Returns the handler of a page, from its template and its response to a request. */
export function page<View extends object, Params = object>(
  site: Site,
  edition: Edition,
  template: string,
  answer: (context: Context, req: Request<Params>) => PageAnswer<View>,
): RequestHandler<Params> {
  const send = sendPages<View>(site, edition, template);
  return (req, res) => {
    const context = contextOf(site, edition);
    send(context, req, res, answer(context, req));
  };
}

/** Returns a function that sends pages of one template, for handlers that must wait before they know the response. */
export function sendPages<View extends object>(
  site: Site,
  edition: Edition,
  template: string,
): (context: Context, req: IncomingMessage, res: ServerResponse, answer: PageAnswer<View>) => void {
  const body = view<View & { words: Words; icons: string }>(template);
  const shared = { words: edition.words, icons: site.assets.url("icons.svg") };
  return (context, req, res, { head, show, isWorthFinding = () => true, status, headers }) => {
    const { path, address = path, freshness = "never", lists } = head;
    const trueUntil = context.lifetime.end;
    const about = {
      ...{ address, freshness, trueUntil, contentType: "text/html; charset=utf-8" },
      ...(lists && { lists }),
      ...(status && { status }),
      ...(headers && { headers }),
    };
    site.cache.send(req, res, about, () => {
      const shown = show();
      const indexed = (head.indexed ?? true) && isWorthFinding(shown);
      return framed(context, { ...head, indexed }, body({ ...shown, ...shared }));
    });
  };
}

/** Renders the whole HTML page around a body. */
export function framed({ words, urls, translations, assets, settings }: Context, head: Head, body: string): string {
  const { nav, footer } = words;
  const entry = (section: Head["section"], href: string, label: string) => ({ label, href, current: head.section === section });
  return frame({
    indexed: head.indexed ?? true,
    description: head.description,
    heading: head.path === urls.home ? head.title : `${head.title} · ${words.name}`,
    canonical: settings.siteUrl + head.path,
    translations: translations.map((other) => ({
      language: other.words.language,
      href: settings.siteUrl + translateUrl(head.path, urls, other.urls),
    })),
    words,
    css: styleSheetsOf(head).map(assets.url),
    manifestUrl: head.resultsOnlyCss ? null : assets.url("site.webmanifest"),
    feedUrl: head.feedUrl ?? null,
    iconUrl: assets.url("favicon.svg"),
    nav: [
      entry("programs", urls.programs, nav.programs),
      entry("meetings", urls.meetings, nav.meetings),
      entry("library", urls.library, nav.library),
      entry("guidance", urls.guidance, nav.guidance),
      entry("help", urls.helpNow, nav.help),
    ],
    footer: [
      { label: footer.places, href: urls.places },
      { label: footer.about, href: urls.about },
      { label: footer.changes, href: urls.changes },
      { label: footer.privacy, href: urls.privacy },
      { label: footer.accessibility, href: urls.accessibility },
    ],
    skips: head.skips ?? [{ href: "#main", label: words.skip.content }],
    crisis: crisisLinks,
    homeUrl: urls.home,
    body,
  });
}

function styleSheetsOf({ resultsOnlyCss, hasForm }: Head): string[] {
  return ["site.css", ...(resultsOnlyCss ? [] : ["reading.css"]), ...(hasForm ? ["form.css"] : [])];
}
