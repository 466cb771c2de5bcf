/** More than these are only counted. */
const maxNamed = 12;

/** How many listings something was done with, and which where they are few: "2 added (aa, smart-recovery)". */
export function countIds(what: string, ids: readonly string[]): string {
  const count = `${ids.length} ${what}`;
  return ids.length > 0 && ids.length <= maxNamed ? `${count} (${ids.join(", ")})` : count;
}
