import type { Feed } from "../feeds/feed-list.ts";

/** Returns the message to the operator after a feed was added, with the next step. */
export function sayAdded({ id, on, asked }: Pick<Feed, "id" | "on"> & { asked: string | null }): string {
  const next = on
    ? `It comes with the next refresh, or at once: npm run feeds -- update ${id}`
    : `It is switched off. To fetch it once: npm run feeds -- update ${id}. For good: "on": true in data/feeds.json`;
  const ask = asked === null ? ` Nobody is named who said yes: ask its people first, and keep that in "asked".` : "";
  return `Added ${id}.${ask} ${next}`;
}
