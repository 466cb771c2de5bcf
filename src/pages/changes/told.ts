import { type ToldGroup, toldOn, toldSubjects } from "../../changes/told-days.ts";
import { publicAddress } from "../../site/listing-address.ts";
import type { Context } from "../../site/site.ts";
import { sayDate } from "../../words/dates.ts";

/** One sentence about one day, and the listings that it is about; none of them where they are many. */
export interface ToldLine extends ToldGroup {
  said: string;
  /** Where the listing is gone, its address is null. */
  subjects: { name: string; href: string | null }[];
}

/** More of one kind on one day are only counted. */
const maxNamed = 10;

/** What is told of a day, line by line. */
export function toldLines(context: Context, day: string): ToldLine[] {
  const { db, words, urls } = context;
  return toldOn(db, day).map((group) => {
    const subjects = group.count <= maxNamed ? toldSubjects(db, day, group) : [];
    return {
      ...group,
      said: words.changes.told[group.list][group.kind](group.count),
      subjects: eachOnce(
        subjects.map(({ id, name, until, isListed }) => ({
          name: until === null ? name : words.changes.until(name, sayDate(until, words)),
          href: isListed ? publicAddress(urls, group.list, id) : null,
        })),
      ),
    };
  });
}

/** Several meetings of a group that went have one name, and no page. */
function eachOnce(subjects: ToldLine["subjects"]): ToldLine["subjects"] {
  return subjects.filter(({ name, href }, at) => href !== null || subjects.findIndex((other) => other.name === name) === at);
}
