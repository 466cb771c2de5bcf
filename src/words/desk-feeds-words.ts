/** Texts of the desk about the feeds that bring meetings. */
export interface DeskFeedsWords {
  title: string;
  lead: string;
  none: string;
  /** Shown if the operator's list of feeds cannot be read. */
  unreadable(problem: string): string;
  state: Record<"fine" | "off" | "byHand", string>;
  never: string;
  came(date: string, hours: number): string;
  failed(times: number, problem: string | null): string;
  facts: Record<
    "id" | "program" | "meetings" | "address" | "site" | "zone" | "region" | "contact" | "licence" | "asked" | "came" | "next",
    string
  >;
  notInList: string;
  off: string;
  next: { byHand: string; soon: string; at(date: string, time: string): string };
  trouble: string;
  failures(times: number, date: string): string;
  held: string;
  commandLead: Record<"held" | "failed" | "update" | "file", string>;
  report(date: string): string;
  counts(counts: Record<"added" | "changed" | "unchanged" | "removed" | "refused", number>): string;
  refused(count: number): string;
  more(count: number): string;
  repaired(kind: string, count: number, examples: string): string;
  notRead(field: string, count: number): string;
  earlier: string;
  unlisted(count: number): string;
  back: string;
}
