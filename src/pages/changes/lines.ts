import { type ChangeGroup, changedSubjects, changesOn } from "../../changes/days.ts";
import { publicAddress } from "../../site/listing-address.ts";
import type { Context } from "../../site/site.ts";
import { sayDate } from "../../words/dates.ts";

/** One sentence about one day, and the listings that it is about; none of them where they are many. */
export interface ChangeLine extends ChangeGroup {
  said: string;
  /** Where the listing is gone, its address is null. */
  subjects: { name: string; href: string | null }[];
}

/** More of one kind on one day are only counted. */
const maxNamed = 10;

/** What /changes says of a day, line by line. */
export function changeLines(context: Context, day: string): ChangeLine[] {
  const { db, words, urls } = context;
  return changesOn(db, day).map((group) => {
    const subjects = group.count <= maxNamed ? changedSubjects(db, day, group) : [];
    return {
      ...group,
      said: words.changes.lines[group.list][group.kind](group.count),
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
function eachOnce(subjects: ChangeLine["subjects"]): ChangeLine["subjects"] {
  return subjects.filter(({ name, href }, at) => href !== null || subjects.findIndex((other) => other.name === name) === at);
}
