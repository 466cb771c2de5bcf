import type { ListName } from "../database/versions.ts";
import { type CheckTurns, countTurns } from "../listing/check-turns.ts";
import type { Data } from "./data.ts";

/** The parts of the data that its versions depend on. */
type Versioned = Pick<Data, "versions"> &
  Readonly<Record<"programs" | "documents", { turns: CheckTurns }>> & { meetings: Pick<Data["meetings"], "version"> };

/** What each list shows at a moment: the version of its data, and the number of changes caused by the date alone. */
type VersionsShown = Readonly<Record<ListName, string>>;

/** Versions of some data, and the interval in which they are valid (epoch milliseconds). */
interface Known {
  data: Versioned;
  from: number;
  until: number;
  versions: VersionsShown;
}

/** Returns a lookup of the data's versions at a time in epoch milliseconds: the same object while nothing changes, as every request asks. */
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
      // Closed places and unlisted meetings take effect at once, before the list's index is rebuilt.
      meetings: `${versions.meetings}+${meetings.version ?? 0}`,
    },
  };
}

/** Returns how many of the turns have passed, when the last one did, and when the next one will. */
function turnsAround(turns: CheckTurns, now: number): { count: number; from: number; until: number } {
  const count = countTurns(turns, now);
  return { count, from: turns.instants[count - 1] ?? Number.NEGATIVE_INFINITY, until: turns.instants[count] ?? Number.POSITIVE_INFINITY };
}
