import type { Draft, Read, Refused, Repair } from "../../src/feeds/record.ts";

/** All that a parser makes of a feed, sorted by what became of it. */
export interface Parsed {
  meetings: Draft[];
  repairs: Repair[];
  refused: Refused[];
}

export function taken(reads: Iterable<Read>): Parsed {
  const parsed: Parsed = { meetings: [], repairs: [], refused: [] };
  for (const read of reads) {
    if ("reason" in read) parsed.refused.push(read);
    else {
      parsed.repairs.push(...read.repairs);
      if (read.draft) parsed.meetings.push(read.draft);
    }
  }
  return parsed;
}
