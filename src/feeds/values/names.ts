import type { FeedSource, ReportRepair } from "../record.ts";

/** Cleans the names of groups and buildings of what only a list's keepers understand. */

/** Al-Anon's World Service Office numbers its groups, and lists put the number before the name: "30529374 Saturday Hope AFG". */
const numbered = /^\d{4,8}[\s:–-]+(?=\p{L})/u;

/** Returns the name of a meeting, without the number that Al-Anon gives its groups. */
export function meetingName(name: string | null, { fellowship }: Pick<FeedSource, "fellowship">, repaired: ReportRepair): string | null {
  if (name === null || fellowship !== "al-anon" || !numbered.test(name)) return name;
  repaired("name", name);
  return name.replace(numbered, "");
}

// cspell:ignore distrito
/** Returns the name of a building; null for a district, under which some lists file online meetings. */
export function buildingName(name: string | null): string | null {
  return name !== null && (/^(?:district|distrito|area) ?#?\d{1,3}$/i.test(name) || noDoor.test(name)) ? null : name;
}

// cspell:ignore línea tele
const online =
  /^(?:(?:via|por|on|en) )?(?:on-?line|virtual(?:ly)?|zoom|webex|google meet|skype|telephone|phone|tele-?conference|conference call|internet|en l[ií]nea)\b(?! (?:st|street|rd|road|ave|avenue|dr|drive|ln|lane|blvd|way|hwy|ct|cir|hall|building|bldg|church|cent(?:er|re)|museum|company)\b)|^https?:\/\//i;

/** Whether the name of a place, or a line of its address, only says that the meeting is online: "Zoom", "Online via Zoom", a link. */
export const isOnlineLine = (line: string | null) => line !== null && online.test(line);

// cspell:ignore apartado postale llame direcci
/** A post office box, or words on how to learn the address. */
const noDoor =
  /^(?:(?:p\.? ?o\.?|post office) ?box|apartado|case postale|to be (?:announced|determined))\b|^(?:address|location)\b.{0,20}\brequest|^(?:please )?(?:call|contact|e-?mail|text|llame)\b.{0,40}\b(?:address|location|directions|details|direcci[oó]n)\b/i;

/** Returns the line for a street; null if it names no door to go to, as "Zoom", "PO Box 12" and "Call for address". */
export function streetLine(line: string | null): string | null {
  return line !== null && noDoor.test(line) ? null : unlessOnline(line);
}

/** Returns a line of an address; null if it only says that the meeting is online. */
export function unlessOnline(line: string | null): string | null {
  return isOnlineLine(line) ? null : line;
}
