import type { IncomingMessage, ServerResponse } from "node:http";
import type { Request, RequestHandler } from "express";
import type { ListName } from "../database/versions.ts";
import type { Edition } from "../site/edition.ts";
import { type Context, contextOf, type Site } from "../site/site.ts";
import { callUrl, exitUrl, textUrl, translateUrl } from "../site/urls.ts";
import type { Freshness } from "../web/page-cache.ts";
import { view } from "../web/view.ts";
import type { Words } from "../words/words.ts";

/** What a page says about itself to the frame around it and to the page cache. */
export interface Head {
  title: string;
  description: string;
  /** Its one address, without the site's. */
  path: string;
  /** Path and query of everything that changes what it shows, where that is more than `path`. */
  address?: string;
  /** How long it stays true; a page that does not say so is made for each reader. */
  freshness?: Freshness;
  /** The lists of data that it is made from; all where it does not say. */
  lists?: readonly ListName[];
  /** Which entry of the navigation it belongs to. */
  section?: "programs" | "meetings" | "library" | "guidance" | "help";
  /** False for the many pages of a search, which no search engine should collect. */
  indexed?: boolean;
  /** True for pages of results, which do without the style sheet of the pages one reads. */
  resultsOnlyCss?: boolean;
  /** True where somebody fills in a form: it has a style sheet of its own. */
  hasForm?: boolean;
  /** The same news for feed readers. */
  feedUrl?: string;
  /** Where the skip links lead, when it is more than the page itself. */
  skips?: { href: string; label: string }[];
}

interface Frame {
  indexed: boolean;
  description: string;
  heading: string;
  canonical: string;
  /** The same page in each language that it can be had in; none where there is one. */
  translations: { language: string; href: string }[];
  words: Words;
  css: string[];
  /** Null on pages of results, which are as light as can be. */
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

/** What a page answers a request with. `show` is called only when the page is not in the cache. */
export interface PageAnswer<View> {
  head: Head;
  show: () => View;
  /** False where what was made shows nothing that is worth finding, whatever its head says. */
  isWorthFinding?: (view: View) => boolean;
  /** Where it is not 200: 422 for a form with its faults. Such a page has no freshness. */
  status?: number;
  headers?: Readonly<Record<string, string>>;
}

/** Where the bar above every page leads. */
export const crisisLinks = { call911: callUrl("911"), call988: callUrl("988"), text988: textUrl("988"), exit: exitUrl };

const frame = view<Frame>("frame");

/** A page of an edition: its template, and what it answers a request with. */
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

/** Sends pages of one template; for handlers that have to wait before they know what to answer. */
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

/** The whole HTML page around a body. */
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
