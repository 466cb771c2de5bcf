import type { Request, Response } from "express";
import type { Freshness } from "../web/page-cache.ts";
import { view } from "../web/view.ts";
import type { Words } from "../words/en.ts";
import type { Site } from "./site.ts";
import { callUrl, exitUrl, textUrl, urls } from "./urls.ts";

/** What a page says about itself to the frame round it. */
export interface Head {
  title: string;
  description: string;
  /** Its one address, without the site's. */
  path: string;
  /** Which entry of the navigation it belongs to. */
  section?: "programs" | "meetings" | "library" | "guidance" | "help";
  /** False for the many pages of a search, which no search engine should collect. */
  indexed?: boolean;
  /** True for pages of results, which do without the style sheet of the pages one reads. */
  lean?: boolean;
  /** How long it stays true; a page that does not say so is made anew for each reader. */
  freshness?: Freshness;
  /** Path and query of everything that changes what it shows, where that is more than `path`. */
  address?: string;
  /** What the skip links lead to, when it is more than the page itself. */
  skips?: { href: string; label: string }[];
}

interface Frame {
  indexed: boolean;
  lean: boolean;
  description: string;
  heading: string;
  canonical: string;
  words: Words;
  css: string[];
  nav: { label: string; href: string; current: boolean }[];
  footer: { label: string; href: string }[];
  skips: { href: string; label: string }[];
  crisis: { call911: string; call988: string; text988: string; exit: string };
  homeUrl: string;
  body: string;
}

const frame = view<Frame>("frame");

/** A page as a typed function: what it shows, in the frame. `locals` is only called when the page is not kept. */
export function page<Locals extends object>(site: Site, template: string) {
  const body = view<Locals & { words: Words; icons: string }>(template);
  const icons = site.assets.url("icons.svg");
  return (req: Request, res: Response, head: Head, locals: () => Locals): void => {
    const { path, address = path, freshness = "never" } = head;
    site.cache.send(req, res, { address, freshness, contentType: "text/html; charset=utf-8" }, () =>
      framed(site, head, body({ ...locals(), words: site.words, icons })),
    );
  };
}

/** The whole HTML page round a body. */
export function framed({ words, assets, settings }: Site, head: Head, body: string): string {
  const { nav, footer } = words;
  const entry = (section: Head["section"], href: string, label: string) => ({ label, href, current: head.section === section });
  return frame({
    indexed: head.indexed ?? true,
    lean: head.lean ?? false,
    description: head.description,
    heading: head.path === urls.home ? head.title : `${head.title} · ${words.name}`,
    canonical: settings.siteUrl + head.path,
    words,
    css: (head.lean ? ["site.css"] : ["site.css", "reading.css"]).map(assets.url),
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
      { label: footer.privacy, href: urls.privacy },
      { label: footer.accessibility, href: urls.accessibility },
    ],
    skips: head.skips ?? [{ href: "#main", label: words.skip.content }],
    crisis: { call911: callUrl("911"), call988: callUrl("988"), text988: textUrl("988"), exit: exitUrl },
    homeUrl: urls.home,
    body,
  });
}
