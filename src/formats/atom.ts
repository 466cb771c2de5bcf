/** Writes news as an Atom feed (RFC 4287), for any feed reader. Not with the package `feed` (6.0), which lets control characters through. */

interface AtomEntry {
  /** An address or a tag that is never reused for anything else. */
  id: string;
  title: string;
  /** Absolute. */
  url: string;
  /** ISO 8601, as for the feed's `updated`. */
  updated: string;
  content: string;
}

interface AtomFeed {
  /** Absolute addresses of the equivalent page and of the feed itself. */
  url: string;
  selfUrl: string;
  title: string;
  subtitle: string;
  author: string;
  language: string;
  updated: string;
  entries: readonly AtomEntry[];
}

/** Writes a feed. Its id is its own address. */
export function atomFeed({ url, selfUrl, title, subtitle, author, language, updated, entries }: AtomFeed): string {
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeXml(language)}">`,
    ...[element("id", selfUrl), element("title", title), element("subtitle", subtitle), element("updated", updated)],
    `<author>${element("name", author)}</author>`,
    `<link rel="self" type="application/atom+xml" href="${escapeXml(selfUrl)}"/>`,
    `<link rel="alternate" type="text/html" href="${escapeXml(url)}"/>`,
    ...entries.map(entryElement),
    "</feed>",
    "",
  ].join("\n");
}

function entryElement({ id, title, url, updated, content }: AtomEntry): string {
  const link = `<link rel="alternate" type="text/html" href="${escapeXml(url)}"/>`;
  const parts = [element("id", id), element("title", title), element("updated", updated), link, element("content", content)];
  return `<entry>${parts.join("")}</entry>`;
}

const element = (name: string, text: string) => `<${name}>${escapeXml(text)}</${name}>`;

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Escapes text for XML and removes what XML does not allow (XML 1.0, 2.2): control characters, lone surrogates and two non-characters. */
function escapeXml(text: string): string {
  const allowed = text.toWellFormed().replace(/(?![\t\n\r])[\p{Cc}\ufffe\uffff]/gu, "");
  return allowed.replace(/[&<>"]/g, (sign) => entities[sign]!);
}
