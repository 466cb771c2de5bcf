import type { FeedSource } from "../record.ts";
import type { Note } from "./repair.ts";

/** Names of groups and houses without what only the list's own people understand. */

/** Al-Anon's world service office numbers its groups, and lists put that before the name: "30529374 Saturday Hope AFG". */
const numbered = /^\d{4,8}[\s:–-]+(?=\p{L})/u;

/** The name of a meeting. */
export function meetingName(name: string | null, { fellowship }: Pick<FeedSource, "fellowship">, note: Note): string | null {
  if (name === null || fellowship !== "al-anon" || !numbered.test(name)) return name;
  note("name", name);
  return name.replace(numbered, "");
}

// cspell:ignore distrito
/** The name of a house; a district is none, though lists file what is online there. */
export function houseName(name: string | null): string | null {
  return name !== null && /^(?:district|distrito|area) ?#?\d{1,3}$/i.test(name) ? null : name;
}
