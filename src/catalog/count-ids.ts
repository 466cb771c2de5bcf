/** Above this number, ids are counted but not named. */
const maxNamed = 12;

/** Returns how many listings something was done to, with their ids if they are few: "2 added (aa, smart-recovery)". */
export function countIds(what: string, ids: readonly string[]): string {
  const count = `${ids.length} ${what}`;
  return ids.length > 0 && ids.length <= maxNamed ? `${count} (${ids.join(", ")})` : count;
}
