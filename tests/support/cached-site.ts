import { createServer } from "node:http";
import { openPageCache, type Page, type PageCacheSettings } from "../../src/web/page-cache.ts";
import { type Listening, listen } from "./listen.ts";

export const lasting = { freshness: "until the data changes" } as const;

/** A small server in front of a page cache. Tests change what it shows between requests. */
export interface CachedSite {
  versions: Record<string, string>;
  /** The clock. */
  now: number;
  /** How long the server has had nothing to do, in milliseconds. */
  idleTime: number;
  /** What all pages say of themselves. */
  say: Pick<Page, "freshness" | "lists" | "trueUntil">;
  /** What the page at an address shows. */
  content(address: string): string;
  /** The addresses whose pages were made, in turn. */
  made: string[];
  /** For each page that was not kept, whether it was sent before anybody else had a turn. */
  sentAtOnce: boolean[];
  ask: Listening["ask"];
  close(): Promise<void>;
}

/** What a page shows until a test says otherwise. */
export const usualContent = (address: string) => `<p>${address}</p>${"<li>meeting</li>".repeat(200)}`;

/** Every address below /page/ is there, in capitals too; its canonical one is in small letters. All else is 404. */
export async function openCachedSite(settings: Partial<PageCacheSettings> = {}): Promise<CachedSite> {
  const cache = openPageCache({
    versions: () => ({ ...site.versions }),
    now: () => site.now,
    isPersonal: (address) => address.includes("q="),
    headers: { "X-Guarded": "yes" },
    idleTime: () => site.idleTime,
    ...settings,
  });
  const server = createServer((req, res) => {
    if (cache.answer(req, res)) return;
    const address = (req.url ?? "").toLowerCase();
    if (!address.startsWith("/page/")) {
      res.writeHead(404).end();
      return;
    }
    try {
      cache.send(req, res, { address, contentType: "text/html; charset=utf-8", ...site.say }, () => {
        site.made.push(address);
        return site.content(address);
      });
      site.sentAtOnce.push(res.headersSent);
    } catch {
      res.writeHead(500).end();
    }
  });
  const { ask, close } = await listen(server);
  const site: CachedSite = {
    versions: { programs: "1", meetings: "1" },
    now: Date.parse("2026-11-23T14:30:00Z"),
    idleTime: 0,
    say: lasting,
    content: usualContent,
    made: [],
    sentAtOnce: [],
    ask,
    close,
  };
  return site;
}
