import type { ListName } from "../database/versions.ts";
import { type CheckTurns, countTurns } from "../listing/check-turns.ts";
import type { Data } from "./data.ts";

/** Of the data, what its versions depend on. */
type Versioned = Pick<Data, "versions"> &
  Readonly<Record<"programs" | "documents", { turns: CheckTurns }>> & { meetings: Pick<Data["meetings"], "version"> };

/** Names what each list says at a moment: its data, and how much the date has changed without anybody changing that. */
type VersionsShown = Readonly<Record<ListName, string>>;

/** Some versions, and from when until when they are right for that data (epoch milliseconds). */
interface Known {
  data: Versioned;
  from: number;
  until: number;
  versions: VersionsShown;
}

/** Tells the versions of the data at `now` (epoch milliseconds): the same object while nothing changes, because each request asks. */
export function watchVersions(): (data: Versioned, now: number) => VersionsShown {
  let known: Known | null = null;
  return (data, now) => {
    if (known?.data !== data || now < known.from || now >= known.until) known = versionsAt(data, now);
    return known.versions;
  };
}

function versionsAt(data: Versioned, now: number): Known {
  const [programs, documents] = [turnsAround(data.programs.turns, now), turnsAround(data.documents.turns, now)];
  const { versions, meetings } = data;
  return {
    data,
    from: Math.max(programs.from, documents.from),
    until: Math.min(programs.until, documents.until),
    versions: {
      programs: `${versions.programs}+${programs.count}`,
      documents: `${versions.documents}+${documents.count}`,
      // Places are closed and meetings taken off at once, while the list itself still waits for its index.
      meetings: `${versions.meetings}+${meetings.version ?? 0}`,
    },
  };
}

/** How many of the turns have come, when the last one did, and when the next one will. */
function turnsAround(turns: CheckTurns, now: number): { count: number; from: number; until: number } {
  const count = countTurns(turns, now);
  return { count, from: turns.instants[count - 1] ?? Number.NEGATIVE_INFINITY, until: turns.instants[count] ?? Number.POSITIVE_INFINITY };
}
