import { fileURLToPath } from "node:url";
import type { Database } from "../database/open.ts";
import type { Feed } from "../feeds/feed-list.ts";
import { printable, printableJson } from "../feeds/printable.ts";
import { describeFeedReport } from "../feeds/report.ts";
import { rememberFailed } from "../feeds/state.ts";
import { type Updated, type UpdateOptions, updateFeed } from "../feeds/update.ts";
import { root } from "../root.ts";
import { type ProcessLimits, runLimited } from "./limited-process.ts";

/** A feed of 200,000 meetings takes half a minute, and fits in this memory. */
const limits: ProcessLimits = { minutes: 10, megabytes: 450 };

/** Options that are passed on to the process of each feed. */
interface UpdateFlags {
  force: boolean;
  "dry-run": boolean;
  "back-off": boolean;
  json: boolean;
}

/**
 * Updates feeds one after another, each in a separate process, so that a failure of one does not stop the next. Resolves to the exit status:
 * 1 if one failed.
 */
export async function updateEachAlone(db: Database, feeds: readonly Feed[], flags: UpdateFlags): Promise<number> {
  let status = 0;
  for (const { id } of feeds) {
    const ending = await runLimited(
      [fileURLToPath(new URL("dist/cli.js", root)), "feeds", "update", id, "--alone", ...given(flags)],
      limits,
    );
    if (ending.kind === "done" && ending.status === 0) continue;
    status = 1;
    if (ending.kind === "done") continue;
    if (!flags["dry-run"]) rememberFailed(db, id, ending.reason);
    report(id, { kind: "failed", reason: ending.reason }, flags.json);
  }
  return status;
}

function given(flags: UpdateFlags): string[] {
  return (["force", "dry-run", "back-off", "json"] as const).flatMap((flag) => (flags[flag] ? [`--${flag}`] : []));
}

/** Updates a feed in this process and prints the result. Resolves to the exit status. */
export async function updateHere(db: Database, feed: Feed, options: UpdateOptions, json: boolean): Promise<number> {
  const updated = await updateFeed(db, feed, options);
  report(feed.id, updated, json);
  return updated.kind === "failed" ? 1 : 0;
}

function report(id: string, updated: Updated, json: boolean): void {
  if (json) console.log(printableJson({ id, ...updated }));
  else if (updated.kind === "imported") console.log(`${id}\n${describeFeedReport(updated.report)}`);
  else console.log(`${id}: ${sayOutcome(updated)}`);
}

function sayOutcome(updated: Exclude<Updated, { kind: "imported" }>): string {
  if (updated.kind === "unchanged") return "not changed since it was last fetched.";
  return updated.kind === "waiting"
    ? `it failed before; not asked again until ${updated.until}.`
    : `failed: ${printable(updated.reason)} The last good data stays.`;
}
