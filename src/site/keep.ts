import { lastBackup } from "../database/backup-folder.ts";
import { type Background, keepRunning, type Pace, usualPace } from "./background.ts";

/** What the server does by itself to keep the directory whole and true. */

/** After a backup that failed. */
const retryPause = 3_600_000;

/** How often to look for links to check: whether one is due is known by the database, also of before a new start. */
const linksPause = 6 * 3_600_000;

/** Checks the links that are due, a little after the start and then again and again. One run at a time. */
export function keepLinksChecked(environment: NodeJS.ProcessEnv, { chance, minPause }: Pace = usualPace): Background {
  let pause = 0;
  return keepRunning(["links", "check"], environment, () => {
    const wait = Math.max(minPause, pause * (1 + chance() / 10));
    pause = linksPause;
    return wait;
  });
}

/**
 * Makes a backup as soon as the newest in `folder` is `every` so many milliseconds old: a server that starts anew each day makes them too.
 * One that failed is tried again after an hour. `now` is in epoch milliseconds.
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
    const due = Math.max((lastBackup(folder) ?? 0) + every, begun + retryPause);
    const wait = Math.max(minPause, due - now());
    begun = now() + wait;
    return wait;
  });
}
