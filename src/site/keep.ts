import { lastBackup } from "../database/backup-folder.ts";
import { type Background, keepRunning, type Pace, usualPace } from "./background.ts";

/** The server's automatic maintenance: link checks and backups. */

/** Delay after a backup that failed, in milliseconds. */
const retryPause = 3_600_000;

/** Interval between link checks, in milliseconds. The database records which links are due, also across restarts. */
const linksPause = 6 * 3_600_000;

/** Checks the links that are due, soon after the start and then repeatedly. One run at a time. */
export function keepLinksChecked(environment: NodeJS.ProcessEnv, { chance, minPause }: Pace = usualPace): Background {
  let pause = 0;
  return keepRunning(["links", "check"], environment, () => {
    const wait = Math.max(minPause, pause * (1 + chance() / 10));
    pause = linksPause;
    return wait;
  });
}

/**
 * Makes a backup whenever the newest in `folder` is `every` so many milliseconds old, even if the server is restarted every day. Retries an
 * hour after a failure. `now` returns epoch milliseconds.
 */
export function keepBackingUp(
  folder: string,
  every: number,
  environment: NodeJS.ProcessEnv,
  now: () => number,
  { minPause }: Pick<Pace, "minPause"> = usualPace,
): Background {
  let begun = Number.NEGATIVE_INFINITY;
  return keepRunning(["backup", "--nightly"], environment, () => {
    const at = now();
    // The clock may have been set back since.
    const due = Math.max((lastBackup(folder, at) ?? 0) + every, Math.min(begun, at) + retryPause);
    const wait = Math.max(minPause, due - at);
    begun = at + wait;
    return wait;
  });
}
