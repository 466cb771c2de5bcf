type Need = "talk" | "meeting" | "family" | "list";

export interface HomeWords {
  title: string;
  headline: string;
  lead: string;
  /** The four ways in, each with a note. */
  needs: Record<Need, readonly [label: string, note: string]>;
  /** Above the field for a place, in one of the needs. */
  near: string;
  find: string;
  /** Above the search box, and an example in it. */
  ownWords: string;
  example: string;
  categories: string;
  planning: string;
  planningPaths: { start: string; research: string; library: string };
}

/** The page of lines to call now. */
export interface TalkWords {
  title: string;
  description: string;
  /** Above the choice of a state, and its button. */
  state: string;
  show: string;
  everywhere: string;
  /** Above the lines of one state, and the text if it has none; `where` is "in Montana". */
  own(where: string): string;
  noOwn(where: string): string;
  /** The link to a state's page, with its groups and centers. */
  more(where: string): string;
  /** Above the lines that take only some people. */
  some: string;
}
