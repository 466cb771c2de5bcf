/** A fact under its term, such as a row of a listing's page. */
export interface Fact {
  term: string;
  detail: string;
}

/** Returns the facts of which there is something to say. */
export function knownFacts(facts: readonly (readonly [term: string, detail: string | null])[]): Fact[] {
  return facts.flatMap(([term, detail]) => (detail ? [{ term, detail }] : []));
}
