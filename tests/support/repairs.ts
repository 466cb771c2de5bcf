import type { ReportRepair } from "../../src/feeds/record.ts";

/** Runs a reader of values and gives back its answer with the kinds of repair that it reported. */
export function reported<T>(read: (report: ReportRepair) => T): [T, string[]] {
  const kinds: string[] = [];
  const answer = read((kind) => kinds.push(kind));
  return [answer, kinds];
}

export const noReport: ReportRepair = () => undefined;
