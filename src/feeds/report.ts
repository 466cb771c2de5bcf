import type { Feed } from "./feed-list.ts";
import type { FeedReport } from "./import.ts";
import type { FeedState } from "./state.ts";

/** Feeds and imports as an operator reads them. */

const mostRefused = 20;

/** What an import did. */
export function describeReport({ added, changed, unchanged, removed, repaired, refused }: FeedReport): string {
  const repairs = repaired.map(({ kind, count, examples }) => `  repaired ${kind}: ${count} (${examples.join("; ")})`);
  const refusals = refused.slice(0, mostRefused).map(({ record, reason }) => `  refused ${record}: ${reason}`);
  const more = refused.length > mostRefused ? [`  … and ${refused.length - mostRefused} more refused`] : [];
  return [
    `Meetings: ${added} added, ${changed} changed, ${unchanged} unchanged, ${removed} removed, ${refused.length} refused.`,
    ...repairs,
    ...refusals,
    ...more,
  ].join("\n");
}

/** One feed in a few lines. */
export function describeFeed({ id, program, on, url, file, zone }: Feed, state: FeedState, meetings: number): string {
  return [
    `${id} (${on ? "on" : "off"}): ${meetings} meetings of ${program}`,
    `  ${url ?? file}, ${zone ?? "no default time zone"}`,
    state.fetched ? `  last fetched ${state.fetched}` : "  never fetched",
    state.problem && `  failed ${state.failures} times since, last ${state.asked}: ${state.problem}`,
  ]
    .filter(Boolean)
    .join("\n");
}
