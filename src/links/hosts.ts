import { follow, type Manners } from "./follow.ts";
import type { Look } from "./link.ts";
import { isCertain, lookAt } from "./look.ts";
import { everythingAllowed, type RobotsRules, readRobots } from "./robots.ts";
import type { Signs } from "./signs.ts";

/** What is learned of each server during one check, so that none is requested in vain or against its will. */
interface Hosts {
  /** Looks at a link, unless what is known of its server already gives the result. Null if it should be tried at another time. */
  look(url: string): Promise<Look | null>;
}

/** RFC 9309 requires reading at least this much. */
const maxRobotsBytes = 512_000;

/** Nothing is known of any server yet. */
export function openHosts(signs: Signs, manners: Manners): Hosts {
  const rules = new Map<string, RobotsRules>();
  const down = new Map<string, Look>();
  const tired = new Set<string>();

  const rulesOf = async ({ origin, host }: URL) => {
    const known = rules.get(origin) ?? (await fetchRules(origin, manners));
    rules.set(origin, known);
    if (known.pause > 0) manners.turns.slowDown(host, known.pause);
    return known;
  };

  return {
    async look(url) {
      const address = new URL(url);
      const { host, pathname, search } = address;
      if (tired.has(host)) return null;
      const failure = down.get(host);
      if (failure) return failure;
      const { allows } = await rulesOf(address);
      if (!allows(pathname + search)) return { verdict: "blocks-robots", movedTo: null, detail: "robots.txt" };
      const look = await lookAt(url, signs, manners);
      if (isCertain(look.detail)) down.set(host, look);
      if (look.detail === "429" || look.detail === "503") tired.add(host);
      return look;
    },
  };
}

/** Where there is no robots.txt, or it cannot be fetched, everything is allowed: we request a single page that a reader would open. */
async function fetchRules(origin: string, manners: Manners): Promise<RobotsRules> {
  try {
    const { status, page } = await follow(`${origin}/robots.txt`, "GET", { ...manners, maxBytes: maxRobotsBytes });
    return status === 200 ? readRobots(page, "porchlight") : everythingAllowed;
  } catch {
    return everythingAllowed;
  }
}
