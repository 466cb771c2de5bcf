import type { Feed } from "../../../feeds/feed-list.ts";
import type { KnownFeed } from "../../../feeds/known-feeds.ts";
import { trimMarks } from "../../../feeds/values/trim-marks.ts";
import type { Meeting } from "../../../meetings/meeting.ts";
import type { Context } from "../../../site/site.ts";
import { mailUrl } from "../../../site/urls.ts";
import { operatorsFeeds } from "../feeds/operators-feeds.ts";
import type { DeskMeeting } from "./desk-meeting.ts";

/** A list that has a meeting, and links to the people who keep it. */
export interface ListPeopleView {
  name: string;
  links: { label: string; href: string; isElsewhere: boolean }[];
  /** Whom to ask, in the operator's words, with links for addresses. Null if nobody noted it. */
  ask: TextPart[] | null;
  /** A mailto link with a draft; null if no email address is known. */
  letter: string | null;
}

/** Part of a text: plain, or a link. */
export interface TextPart {
  text: string;
  href: string | null;
}

/** Returns the lists that have a meeting, or had it when it was last listed, each once; `body` begins a letter to them. */
export function listPeople(context: Context, { shown, last }: DeskMeeting, body: string): ListPeopleView[] {
  const meetings = shown.length > 0 || last === null ? shown : [last];
  const { feeds } = operatorsFeeds();
  return [...Map.groupBy(meetings, ({ feed }) => feed)].map(([id, some]) => {
    const feed = feeds.find((one) => one.id === id) ?? null;
    const known = context.knownFeeds.find((one) => one.id === id) ?? null;
    const asked = feed?.contact ?? known?.ask ?? null;
    const ask = asked === null ? null : withLinks(asked);
    return {
      name: context.feedNames.get(id) ?? id,
      links: linksTo(context, id, some, siteOf(feed, known)),
      ask,
      letter: letterTo(context, ask, some[0]!, body),
    };
  });
}

/** Returns the website of the list's people; otherwise the origin of the feed's server. */
function siteOf(feed: Feed | null, known: KnownFeed | null): string | null {
  return known?.site ?? (feed?.url ? new URL(feed.url).origin : null);
}

function linksTo({ words, urls }: Context, feed: string, meetings: readonly Meeting[], site: string | null): ListPeopleView["links"] {
  const said = words.deskMeetings.source;
  const ownPage = meetings.find(({ url }) => url !== null)?.url ?? null;
  return [
    ...(ownPage === null ? [] : [{ label: said.ownPage, href: ownPage, isElsewhere: true }]),
    ...(site === null ? [] : [{ label: said.site, href: site, isElsewhere: true }]),
    { label: said.feed, href: urls.deskFeed(feed), isElsewhere: false },
  ];
}

function letterTo({ words }: Context, ask: ListPeopleView["ask"], { name }: Meeting, body: string): string | null {
  const mail = ask?.find(({ href }) => href?.startsWith("mailto:")) ?? null;
  if (mail === null) return null;
  const begun = new URLSearchParams({ subject: words.deskMeetings.source.subject(name), body }).toString();
  // Mail programs accept a space only as %20.
  return `${mail.href}?${begun.replaceAll("+", "%20")}`;
}

/** Splits a text into parts, with web and email addresses as links. */
export function withLinks(text: string): TextPart[] {
  return text.split(/(\s+)/).flatMap((word) => {
    const address = trimMarks(word, /[("]/, /[),.;:"]/);
    const href = linkOf(address);
    if (href === null) return [{ text: word, href }];
    const at = word.indexOf(address);
    const parts = [
      { text: word.slice(0, at), href: null },
      { text: address, href },
      { text: word.slice(at + address.length), href: null },
    ];
    return parts.filter((part) => part.text !== "");
  });
}

function linkOf(word: string): string | null {
  if (/^https?:\/\/\S/.test(word) && URL.canParse(word)) return word;
  const [name, host, more] = word.split("@");
  return name && host?.includes(".") && more === undefined ? mailUrl(word) : null;
}
