import type { Request, RequestHandler, Response } from "express";
import { lastSeq } from "../../changes/append.ts";
import type { Editor } from "../../editors/editor.ts";
import type { Edition } from "../../site/edition.ts";
import { showChanges } from "../../site/show-changes.ts";
import { type Context, contextOf, type Site } from "../../site/site.ts";
import { chooseEncoding, compress } from "../../web/compress.ts";
import { view } from "../../web/view.ts";
import type { Words } from "../../words/words.ts";
import { crisisLinks } from "../frame.ts";
import { sessionOf, type Visit, visitOf } from "./visit.ts";

/** The result of a desk handler: a page, or a redirect. */
export type DeskAnswer<View> = DeskPage<View> | DeskWay;

export interface DeskPage<View> extends WithCookie {
  title: string;
  view: View;
  /** 200 by default; 422 for a form that is shown again. */
  status?: number;
  /** True for pages that show what readers see, and so need the style sheet of reading pages. */
  readingCss?: boolean;
  /** Seconds after which to retry. */
  retryAfter?: number;
}

interface DeskWay extends WithCookie {
  goTo: string;
}

interface WithCookie {
  /** A whole Set-Cookie header. */
  cookie?: string;
}

type Answering<Given extends unknown[], View> = (...given: Given) => DeskAnswer<View> | Promise<DeskAnswer<View>>;

interface DeskFrame {
  words: Words;
  heading: string;
  css: string[];
  iconUrl: string;
  nav: { label: string; href: string; current: boolean }[];
  /** Null if nobody is signed in. */
  signedIn: { as: string; signOutUrl: string } | null;
  crisis: typeof crisisLinks;
  deskUrl: string;
  siteUrl: string;
  body: string;
}

const frame = view<DeskFrame>("desk/frame");

/**
 * Serves a desk page for editors, for GET and POST: `build` does the work and returns a page or a redirect (303). Its changes are visible
 * on all pages before the response, so that editors read their own writes.
 */
export function deskPage<View extends object>(
  site: Site,
  edition: Edition,
  template: string,
  build: Answering<[context: Context, req: Request, editor: Editor], View>,
): RequestHandler {
  return openDeskPage(site, edition, template, (context, req) => build(context, req, sessionOf(req).editor));
}

/** Serves a desk page that needs no session. */
export function openDeskPage<View extends object>(
  site: Site,
  edition: Edition,
  template: string,
  build: Answering<[context: Context, req: Request], View>,
): RequestHandler {
  const body = view<View & { words: Words; icons: string }>(template);
  const shared = { words: edition.words, icons: site.assets.url("icons.svg") };
  return async (req, res) => {
    const context = contextOf(site, edition);
    const before = lastSeq(context.db);
    const answer = await build(context, req);
    if (lastSeq(site.data.db) !== before) await showChanges(site);
    if (answer.cookie !== undefined) res.append("Set-Cookie", answer.cookie);
    // 303, so that reloading the page sends nothing twice.
    if ("goTo" in answer) res.redirect(303, answer.goTo);
    else await sendPage(req, res, answer, framed(context, req, answer, body({ ...answer.view, ...shared })));
  };
}

/** Compresses like public pages. No page has both submitted text and a secret, so its length reveals nothing (BREACH). */
async function sendPage(req: Request, res: Response, { status = 200, retryAfter }: DeskPage<object>, html: string): Promise<void> {
  const encoding = chooseEncoding(req.headers["accept-encoding"]);
  const bytes = await compress(Buffer.from(html), encoding, "quick");
  res.status(status).set({ "Content-Type": "text/html; charset=utf-8", "Content-Length": String(bytes.length), Vary: "Accept-Encoding" });
  if (encoding !== "identity") res.set("Content-Encoding", encoding);
  if (retryAfter !== undefined) res.set("Retry-After", String(retryAfter));
  res.end(req.method === "HEAD" ? undefined : bytes);
}

function framed({ words, urls, assets }: Context, req: Request, page: DeskPage<object>, body: string): string {
  const visit = visitOf(req);
  return frame({
    words,
    heading: `${page.title} · ${words.desk.name}`,
    css: ["site.css", ...(page.readingCss ? ["reading.css"] : []), "desk.css"].map(assets.url),
    iconUrl: assets.url("favicon.svg"),
    nav: navOf(visit, req.originalUrl, urls.desk),
    signedIn: visit.session && { as: words.desk.signedInAs(visit.session.editor.name), signOutUrl: urls.deskSignOut },
    crisis: crisisLinks,
    deskUrl: urls.desk,
    siteUrl: urls.home,
    body,
  });
}

function navOf({ nav }: Visit, address: string, home: string): DeskFrame["nav"] {
  const [path = ""] = address.split("?");
  const isWithin = (href: string) => path === href || (href !== home && path.startsWith(`${href}/`));
  return nav.map(({ label, href }) => ({ label, href, current: isWithin(href) }));
}
