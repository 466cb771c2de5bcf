import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { htmlFaults } from "../support/html.ts";
import { openVisit, type Visit } from "../support/served.ts";

interface Link {
  /** The page it stands on. */
  on: string;
  /** As written. */
  href: string;
  rel: string;
  target: string;
  text: string;
  /** False in the bar, the navigation and the footer, which every page has. */
  inMain: boolean;
}

interface Crawled {
  status: number;
  links: Link[];
  ids: string[];
  /** What is wrong with its HTML. */
  faults: string[];
}

/** More than the site has; a crawl that reaches it has lost its way. */
const most = 1000;

let visit: Visit;
const site = new Map<string, Crawled>();
const allLinks = () => [...site.values()].flatMap(({ links }) => links);

beforeAll(async () => {
  visit = await openVisit();
  const reader = await visit.visitor();
  const waiting = ["/"];
  for (let address = waiting.shift(); address && site.size < most; address = waiting.shift()) {
    if (site.has(address)) continue;
    const crawled = await crawl(reader, address);
    site.set(address, crawled);
    waiting.push(...crawled.links.flatMap(({ href }) => onward(address, href)));
  }
  await reader.close();
}, 120_000);
afterAll(() => visit.close());

/** Asks for one page and reads its links. A browser reads them, so that broken HTML is read as a visitor's would. */
async function crawl(reader: Page, address: string): Promise<Crawled> {
  const answer = await fetch(visit.url + address);
  const html = answer.headers.get("content-type")?.startsWith("text/html") ? await answer.text() : "";
  const found = await reader.locator("html").evaluate((root, given) => {
    const page = new root.ownerDocument.defaultView!.DOMParser().parseFromString(given, "text/html");
    const links = [...page.querySelectorAll("a[href]")].map((link) => ({
      href: link.getAttribute("href")!,
      rel: link.getAttribute("rel") ?? "",
      target: link.getAttribute("target") ?? "",
      text: link.textContent!.trim(),
      inMain: link.closest("main") !== null,
    }));
    return { links, ids: [...page.querySelectorAll("[id]")].map(({ id }) => id) };
  }, html);
  const faults = html === "" ? [] : await htmlFaults(html);
  return { status: answer.status, faults, ids: found.ids, links: found.links.map((link) => ({ ...link, on: address })) };
}

/** The lists of whose listings one form for reports was found: the others differ by what tests/pages/reports looks at. */
const listsWithForm = new Set<string>();

/** The page of this site that a link leads to. From one question to another is endless, so that is followed once. */
function onward(from: string, href: string): string[] {
  const { origin, pathname, search } = new URL(href, visit.url + from);
  if (origin !== visit.url || (search && from.includes("?"))) return [];
  const [, list] = search.match(/^\?about=([a-z]+)\//) ?? [];
  if (list !== undefined && listsWithForm.has(list)) return [];
  if (list !== undefined) listsWithForm.add(list);
  return [pathname + search];
}

it("every page that a link leads to is there", () => {
  expect(site.size).toBeGreaterThan(100);
  expect(site.size).toBeLessThan(most);
  expect([...site].filter(([, { status }]) => status !== 200).map(([address, { status }]) => `${address}: ${status}`)).toEqual([]);
});

it("every page is valid HTML", () => {
  expect([...site].flatMap(([address, { faults }]) => faults.map((fault) => `${address}: ${fault}`))).toEqual([]);
});

it("every link to a part of a page finds that part", () => {
  const toParts = allLinks().filter(({ href }) => /^[^:]*#/.test(href));
  expect(toParts.length).toBeGreaterThan(0);
  const lost = toParts.filter(({ on, href }) => {
    const { pathname, search, hash } = new URL(href, visit.url + on);
    return !site.get(pathname + search)?.ids.includes(hash.slice(1));
  });
  expect(lost).toEqual([]);
});

/** The digits as one dials them, without the country's. */
const national = (text: string) => text.replace(/\D/g, "").replace(/^1(?=\d{10}$)/, "");
const dials = ({ href }: Link) => /^(tel|sms):/.test(href);

it("links that call or text hold a whole number", () => {
  const dialled = allLinks().filter(dials);
  expect(dialled.filter(({ href }) => href.startsWith("tel:+1")).length).toBeGreaterThan(0);
  expect(dialled.filter(({ href }) => href.startsWith("sms:")).length).toBeGreaterThan(0);
  expect(dialled.filter(({ href }) => !/^(tel|sms):(\+1\d{10}|\d{3,6})$/.test(href))).toEqual([]);
});

it("links that call or text show the digits they dial", () => {
  const shown = allLinks().filter((link) => link.inMain && dials(link));
  expect(shown.length).toBeGreaterThan(0);
  expect(shown.filter(({ href, text }) => national(text) !== national(href))).toEqual([]);
});

it("the bar on top of every page calls 911, and calls and texts 988", () => {
  const pages = [...site].filter(([address]) => !/\.(ics|atom|json)(\?|$)/.test(address));
  for (const [address, { links }] of pages) {
    const bar = links.filter((link) => !link.inMain && dials(link)).map(({ href }) => href);
    expect(bar, address).toEqual(["tel:911", "tel:988", "sms:988"]);
  }
});

it("links to other sites tell them nothing, and none opens a window", () => {
  const outbound = allLinks().filter(({ href }) => /^(https?:)?\/\//.test(href));
  expect(outbound.length).toBeGreaterThan(0);
  expect(outbound.filter(({ rel }) => rel !== "noopener noreferrer external")).toEqual([]);
  expect(allLinks().filter(({ target }) => target !== "")).toEqual([]);
});
