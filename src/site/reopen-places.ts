import { writeUnlessBusy } from "../database/write-when-free.ts";
import { isToReopen, reopenPlaces } from "../meetings/close-place.ts";
import { showChanges } from "./show-changes.ts";
import type { Site } from "./site.ts";

/**
 * Records in the ledger which places and groups have reopened because their day has come, and shows it. Called each second
 * (refreshOnChange): costs next to nothing while there is nothing to record, and is skipped while another process writes.
 */
export async function reopenPlacesByDay(site: Site): Promise<void> {
  const { db, meetings } = site.data;
  const now = site.now();
  const closures = meetings.closed.map(({ closure }) => closure);
  if (isToReopen(closures, now) && writeUnlessBusy(db, () => reopenPlaces(db, now))) await showChanges(site);
}
