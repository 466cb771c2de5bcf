import { type ChangeGroup, changedSubjects, changesOn } from "../../changes/days.ts";
import { publicAddress } from "../../site/listing-address.ts";
import type { Context } from "../../site/site.ts";
import { sayDate } from "../../words/dates.ts";

/** A sentence about one day, and the listings it is about; none if there are many. */
export interface ChangeLine extends ChangeGroup {
  said: string;
  /** `href` is null if the listing is gone. */
  subjects: { name: string; href: string | null }[];
}

/** If more changed in one way on one day, they are only counted. */
const maxNamed = 10;

/** Returns the lines of /changes for a day. */
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

/** Several removed meetings of a group have the same name and no page. */
function eachOnce(subjects: ChangeLine["subjects"]): ChangeLine["subjects"] {
  return subjects.filter(({ name, href }, at) => href !== null || subjects.findIndex((other) => other.name === name) === at);
}
