import type { Join, Meeting } from "./meeting.ts";

/** What a feed says about where and how a meeting meets. */
export interface JoinFacts {
  /** Whether the feed names a place somebody can go to, only a town, or nothing. */
  address: "street" | "town" | "none";
  /** The place is temporarily closed: the code TC, or words that say so. */
  closedPlace: boolean;
  /** The group itself does not meet, temporarily or for good: its link or number reaches nobody. */
  ended: boolean;
  /** It has an online address, on any service. */
  url: boolean;
  phone: boolean;
  /** It says that it meets online (by the code ONL or by its venue), with or without a way in. */
  online: boolean;
  /** The feed's own conclusion; only a hint, because sites derive it from the same facts and call phone meetings inactive. */
  stated: "in-person" | "online" | "hybrid" | "inactive" | null;
  /** It has a day and a time. */
  scheduled: boolean;
}

/**
 * Returns how to join, by the first row that fits. A "way in" is an online address or a phone number.
 *
 * | place                             | way in       | says online | also                       | join           |
 * | --------------------------------- | ------------ | ----------- | -------------------------- | -------------- |
 * | any                               | any          | any         | the group has ended        | paused         |
 * | closed                            | yes          | any         |                            | online-for-now |
 * | closed                            | no           | yes         |                            | contact-first  |
 * | closed                            | no           | no          |                            | paused         |
 * | any                               | no           | any         | stated inactive            | paused         |
 * | any                               | no           | any         | no day or time             | contact-first  |
 * | a street                          | yes          | any         | not stated online/inactive | hybrid         |
 * | a street                          | no           | yes         | not stated online          | hybrid         |
 * | a street                          | no           | no          |                            | in-person      |
 * | any other                         | address      | any         |                            | video          |
 * | any other                         | phone only   | any         |                            | phone          |
 * | only a town                       | no           | no          | stated in person or hybrid | in-person      |
 * | any other                         | no           | any         |                            | contact-first  |
 *
 * If the feed calls a meeting online, the address that it used to have is not used.
 */
export function joinOf(facts: JoinFacts): Join {
  if (facts.ended) return "paused";
  const wayIn = facts.url || facts.phone;
  if (facts.closedPlace && wayIn) return "online-for-now";
  if (facts.closedPlace) return facts.online ? "contact-first" : "paused";
  return wayIn ? withWayIn(facts) : withoutWayIn(facts);
}

function withWayIn({ address, stated, url }: JoinFacts): Join {
  if (address === "street" && stated !== "online" && stated !== "inactive") return "hybrid";
  return url ? "video" : "phone";
}

function withoutWayIn({ address, stated, online, scheduled }: JoinFacts): Join {
  if (stated === "inactive") return "paused";
  if (!scheduled) return "contact-first";
  if (address === "street" && !online) return "in-person";
  if (address === "street" && stated !== "online") return "hybrid";
  const room = address === "town" && !online && (stated === "in-person" || stated === "hybrid");
  return room ? "in-person" : "contact-first";
}

type Format = "in-person" | "video" | "phone";

/** Returns the ways in that are open, as values of the vocabulary's `format` facet. Online without a known way in counts as video. */
export function formatsOf(join: Join, { url, phone }: { url: boolean; phone: boolean }): Format[] {
  if (join === "paused" || join === "contact-first") return [];
  if (join === "in-person") return ["in-person"];
  if (join === "phone") return ["phone"];
  const online: Format[] = [...(url || !phone ? (["video"] as const) : []), ...(phone ? (["phone"] as const) : [])];
  return join === "hybrid" ? ["in-person", ...online] : online;
}

/** Whether there is a door to go to: the address of an online-only meeting does not count. */
export function hasRoom({ join, online, phone, place }: Pick<Meeting, "join" | "online" | "phone" | "place">): boolean {
  if (join === "contact-first" || join === "paused") return place.street !== null;
  return formatsOf(join, { url: online !== null, phone: phone !== null }).includes("in-person");
}
