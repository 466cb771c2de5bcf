import { writeUnlessBusy } from "../database/write-when-free.ts";
import { isToReopen, reopenPlaces } from "../meetings/close-place.ts";
import { showChanges } from "./show-changes.ts";
import type { Site } from "./site.ts";

/**
 * Writes into the ledger, and shows, which places and groups are open again because their day has come. Asked each second
 * (refreshOnChange): while nothing is to be said it costs next to nothing, and while another process writes it waits for the next time.
 */
export async function reopenPlacesByDay(site: Site): Promise<void> {
  const { db, meetings } = site.data;
  const now = site.now();
  const closures = meetings.closed.map(({ closure }) => closure);
  if (isToReopen(closures, now) && writeUnlessBusy(db, () => reopenPlaces(db, now)) !== null) await showChanges(site);
}
