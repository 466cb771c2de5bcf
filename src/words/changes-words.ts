/** What the page of changes says, and its feed. */
export interface ChangesWords {
  title: string;
  description: string;
  /** The name of the feed of the same. */
  follow: string;
  /** Before there is any change. */
  none: string;
  /** "3 programs were added", by list and by what became of them. */
  lines: Record<"programs" | "documents" | "meetings", LinesOfList>;
  /** A place or a group that is closed until a day: "First Church, Bigfork (until 7 Dec 2026)". */
  until(name: string, date: string): string;
}

type LinesOfList = Record<"added" | "changed" | "checked" | "closed" | "reopened" | "removed", (count: number) => string>;
