import type { Group } from "../../meetings/find-group.ts";
import type { Meeting } from "../../meetings/meeting.ts";
import type { Context } from "../../site/site.ts";
import { labelOf } from "../results/sentence.ts";
import { sayTimes } from "./times.ts";

/** A meeting of a group that differs from the others in its name, kinds or notes. */
export interface Variant {
  name: string;
  when: string;
  kinds: string;
  notes: string | null;
}

/** Returns the meetings of a group that differ, in the order of the week, with those that are alike as one; empty if all are alike. */
export function variantsOf(context: Context, group: Group): Variant[] {
  const kinds = Map.groupBy(group.times, ({ meeting }) => kindOf(meeting));
  if (kinds.size < 2) return [];
  return [...kinds.values()].map((times) => {
    const { meeting } = times[0]!;
    const occurrences = times.flatMap(({ occurrence }) => occurrence ?? []);
    return {
      name: meeting.name,
      when: context.words.list.semicolon(sayTimes({ ...meeting, occurrences }, context.words)),
      kinds: context.words.list.comma([...sayKinds(context, meeting)]),
      notes: meeting.notes,
    };
  });
}

/** Returns the values that all meetings of a group share. */
export function inCommon<Value>(meetings: readonly Meeting[], valuesOf: (meeting: Meeting) => readonly Value[]): Value[] {
  const [first = [], ...others] = meetings.map(valuesOf);
  return first.filter((value) => others.every((values) => values.includes(value)));
}

function kindOf({ name, types, otherTypes, languages, notes }: Meeting): string {
  return JSON.stringify([name, types.toSorted(), otherTypes.toSorted(), languages.toSorted(), notes]);
}

function sayKinds({ meetings, words }: Context, { types, otherTypes, languages }: Meeting): string[] {
  const spoken = languages.some((language) => language !== "en") ? languages : [];
  return [
    ...types.map((type) => labelOf(meetings, "type", type, words)),
    ...otherTypes,
    ...spoken.map((language) => labelOf(meetings, "language", language, words)),
  ];
}
