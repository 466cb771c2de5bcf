/** Texts of the page of changes and of its feed. */
export interface ChangesWords {
  title: string;
  description: string;
  /** The name of the feed of the same changes. */
  follow: string;
  /** Shown until there is a change. */
  none: string;
  /** "3 programs were added", by list and by kind of change. */
  lines: Record<"programs" | "documents" | "meetings", LinesOfList>;
  /** A place or a group that is closed until a day: "First Church, Bigfork (until 7 Dec 2026)". */
  until(name: string, date: string): string;
}

type LinesOfList = Record<"added" | "changed" | "checked" | "closed" | "reopened" | "removed", (count: number) => string>;
