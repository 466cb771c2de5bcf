import type { Request } from "express";
import { catalogLists } from "../../catalog/catalog-list.ts";
import { writeWhenFree } from "../../database/write-when-free.ts";
import { findingOf } from "../../links/announce.ts";
import { type BrokenLink, brokenLinks } from "../../links/find.ts";
import { settleLink } from "../../links/settle-link.ts";
import type { Edition } from "../../site/edition.ts";
import { deskAddress } from "../../site/listing-address.ts";
import { type Context, nowInIso, type Site } from "../../site/site.ts";
import { withQuery } from "../../site/urls.ts";
import { NotFound } from "../../web/errors.ts";
import { exactField, field } from "../../web/form.ts";
import { hostOf } from "../../words/addresses.ts";
import { inLanguage } from "../../words/languages.ts";
import { sayOfficeDate } from "../office-date.ts";
import { type DeskAnswer, deskPage } from "./desk-page.ts";
import { nameOfListing } from "./listings/listed.ts";
import type { DeskRoute } from "./route.ts";

interface BrokenLinksView {
  title: string;
  done: string | null;
  /** Why the last button press did nothing; null if there was none. */
  hindrance: string | null;
  action: string;
  links: BrokenLinkView[];
  back: { label: string; href: string };
}

/** A link that a person should open, and every place that has it. */
interface BrokenLinkView {
  url: string;
  said: string;
  /** Where it has moved to; null if it has not. */
  to: string | null;
  /** The finding that the button settles. */
  verdict: string;
  uses: { label: string; href: string | null }[];
}

/** Maximum number of links on the page. */
const maxLinks = 200;

/**
 * Returns the routes of the links that do not work or have moved: the listings that have them, and a button for those that a person has
 * found to work.
 */
export function brokenLinksRoutes(site: Site, edition: Edition): readonly DeskRoute[] {
  const path = edition.urls.deskBrokenLinks;
  const template = "desk/broken-links";
  const show = deskPage<BrokenLinksView>(site, edition, template, (context, req) => {
    const { url, done } = req.query;
    const said = context.words.deskWork.brokenLinks;
    return brokenLinksPage(context, typeof url === "string" ? url : null, { done: done === undefined ? null : said.done, hindrance: null });
  });
  const settle = deskPage<BrokenLinksView>(site, edition, template, takeLink);
  return [
    { method: "get", path, role: "editor", handler: show },
    { method: "post", path, role: "editor", handler: settle },
  ];
}

async function takeLink(context: Context, req: Request): Promise<DeskAnswer<BrokenLinksView>> {
  const { db, urls, words } = context;
  const url = exactField(req, "url");
  const found = brokenLinks(db).find((link) => link.url === url);
  if (found === undefined) throw new NotFound("no such link");
  // Nobody has looked at what was found since.
  if (findingOf({ ...found, movedTo: found.to }) !== field(req, "verdict", 2100))
    return { ...brokenLinksPage(context, url, { done: null, hindrance: words.deskWork.brokenLinks.outdated }), status: 409 };
  await writeWhenFree(db, () => settleLink(db, url, nowInIso(context)));
  return { goTo: withQuery(urls.deskBrokenLinks, { done: "1" }) };
}

/** Shows all links, or one, which is gone once it is settled or works again. */
function brokenLinksPage(context: Context, url: string | null, { done, hindrance }: Pick<BrokenLinksView, "done" | "hindrance">) {
  const { db, words, urls } = context;
  const said = words.deskWork.brokenLinks;
  const asked = brokenLinks(db).filter((link) => url === null || link.url === url);
  const links = [...Map.groupBy(asked, (link) => link.url).values()].slice(0, maxLinks).map((uses) => linkView(context, uses));
  const back = { label: words.deskWork.today.back, href: urls.desk };
  return { title: said.title, view: { title: said.title, done, hindrance, action: urls.deskBrokenLinks, links, back } };
}

function linkView(context: Context, uses: readonly BrokenLink[]): BrokenLinkView {
  const { words } = context;
  const [link] = uses as readonly [BrokenLink, ...BrokenLink[]];
  return {
    url: link.url,
    said: words.deskWork.today.broken(hostOf(link.url), link.verdict, sayOfficeDate(link.since, words)),
    to: link.to,
    verdict: findingOf({ ...link, movedTo: link.to }),
    uses: uses.map((use) => placeOf(context, use)),
  };
}

/**
 * Returns where the link is: a listing's page at the desk, a section of the guidance, or a list of meetings that a fellowship publishes.
 */
function placeOf(context: Context, { list, subject }: BrokenLink): BrokenLinkView["uses"][number] {
  const { db, vocabulary, urls, words, guidance, knownFeeds } = context;
  switch (list) {
    case "programs":
    case "documents": {
      const listing = catalogLists(vocabulary)[list].find(db, subject);
      return { label: listing === null ? subject : nameOfListing(listing), href: deskAddress(urls, list, subject) };
    }
    case "guidance": {
      const section = guidance.find(({ id }) => id === subject);
      return { label: section ? inLanguage(section.heading, words.language) : subject, href: urls.guidancePart(subject) };
    }
    case "known-lists":
      return { label: knownFeeds.find(({ id }) => id === subject)?.name ?? subject, href: null };
  }
}
