import { writeUnlessBusy } from "../database/write-when-free.ts";
import { purgeReaderData } from "../reports/purge.ts";
import type { Background } from "./background.ts";
import type { Site } from "./site.ts";

const hour = 3_600_000;

/**
 * Deletes what readers sent once its promised retention period is over, even if nobody sends anything and the server is never restarted.
 * Runs each hour (`every`, in milliseconds); if another process is writing, the next run does it.
 */
export function keepPurged(site: Site, every: number = hour): Background {
  const timer = setInterval(() => {
    try {
      writeUnlessBusy(site.data.db, () => purgeReaderData(site.data.db, site.now()));
    } catch (error) {
      console.error(`What readers sent could not be looked through (${(error as Error).message}). It is tried again in an hour.`);
    }
  }, every);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
