import { lastBackup } from "../database/backup-folder.ts";
import { lastLinkCheck } from "../links/state.ts";
import type { Site } from "./site.ts";

/** Tolerates one failure and a late retry. */
const maxPeriods = 2;

/** Returns which automatic maintenance is overdue, as a sentence for the operator; null where none is. */
export function keepingProblem(site: Site): string | null {
  return backupProblem(site) ?? linksProblem(site);
}

function backupProblem({ settings, opened, now }: Site): string | null {
  const { folder, every } = settings.backups;
  if (every === null) return null;
  const last = lastBackup(folder, now());
  if (now() - (last ?? opened) <= maxPeriods * every) return null;
  const made = last === null ? "No backup has been made" : `The last backup is from ${new Date(last).toISOString()}`;
  return `${made}, which is more than two times BACKUP_EVERY ago. See the log, or run npm run backup.`;
}

function linksProblem({ settings, opened, now, data }: Site): string | null {
  const every = settings.linksCheck;
  if (every === null) return null;
  const { at, problem } = lastLinkCheck(data.db) ?? { at: null, problem: null };
  if (problem !== null) return `Links could not be checked: ${problem}`;
  if (now() - (at === null ? opened : Date.parse(at)) <= maxPeriods * every) return null;
  return "Links have not been checked for two times LINKS_CHECK. See the log, or run npm run links.";
}
