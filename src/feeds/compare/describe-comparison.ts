import { printable } from "../printable.ts";
import type { ComparedRecord, Difference } from "./compare-feed.ts";

/** Summarizes a comparison in few lines: differences in one field for one reason are one group, with examples. */

interface Group {
  field: string;
  why: string | null;
  count: number;
  examples: string[];
}

/** Running totals of a comparison. */
interface ComparisonCount {
  records: number;
  /** Kept, and the same in every field that is read. */
  same: number;
  /** Lines for the records without a kept meeting, and for the meetings without a record. */
  apart: string[];
  groups: Map<string, Group>;
}

const maxExamples = 3;
/** Unexplained differences should each be looked at. */
const maxUnexplained = 100;
const maxApart = 20;

/** Returns an empty count. */
export function emptyCount(): ComparisonCount {
  return { records: 0, same: 0, apart: [], groups: new Map() };
}

/** Counts one record. Fields that are not read do not make it differ. */
export function countCompared(count: ComparisonCount, record: ComparedRecord): void {
  count.records++;
  if (record.kind === "kept") {
    for (const difference of record.differences) countDifference(count, record.id, difference);
    if (record.differences.every(({ isRead }) => !isRead)) count.same++;
  } else
    count.apart.push(
      record.kind === "refused" ? `${record.id}: refused, ${record.reason}` : `${record.id} (${record.name}): ${record.kind}`,
    );
}

function countDifference({ groups }: ComparisonCount, id: string, { field, source, kept, why }: Difference): void {
  const key = `${field}\n${why}`;
  const group = groups.get(key) ?? { field, why, count: 0, examples: [] };
  groups.set(key, group);
  group.count++;
  const example = `${id}: “${source}” → ${kept === null ? "nothing" : `“${kept.slice(0, 120)}”`}`;
  if (group.examples.length < (why === null ? maxUnexplained : maxExamples)) group.examples.push(example);
}

/** Returns the number of unexplained differences. */
export function countUnexplained({ groups }: ComparisonCount): number {
  return [...groups.values()].reduce((sum, { why, count }) => sum + (why === null ? count : 0), 0);
}

/** Formats the comparison: unexplained differences first, then the most frequent ones. */
export function describeComparison(count: ComparisonCount): string {
  const { records, same, apart, groups } = count;
  const sorted = [...groups.values()].sort((a, b) => Number(b.why === null) - Number(a.why === null) || b.count - a.count);
  return [
    `Compared: ${records}. The same in all that is read: ${same}. On one side only: ${apart.length}. Not explained: ${countUnexplained(count)}.`,
    ...sorted.flatMap(({ field, why, count: times, examples }) => [
      `  ${field} (${times}): ${why ?? "NOT EXPLAINED"}`,
      ...examples.map((example) => `      ${example}`),
    ]),
    ...apart.slice(0, maxApart).map((line) => `  ${line}`),
    ...(apart.length > maxApart ? [`  … and ${apart.length - maxApart} more on one side only`] : []),
  ]
    .map(printable)
    .join("\n");
}
