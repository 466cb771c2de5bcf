/** How a language says several things in a row. */
export interface ListWords {
  /** "Monday, Tuesday and Friday". */
  and(items: readonly string[]): string;
  /** "by phone, by video or in person". */
  or(items: readonly string[]): string;
  /** "English, Spanish". */
  comma(items: readonly string[]): string;
  /** Between items that hold commas themselves. */
  semicolon(items: readonly string[]): string;
}

/** The lists of a locale. */
export function listsIn(locale: string): ListWords {
  return {
    and: formatterOf(locale, "conjunction"),
    or: formatterOf(locale, "disjunction"),
    // Intl has no list of commas alone: its "unit" is one in English and ends in "y" in Spanish.
    comma: (items) => items.join(", "),
    semicolon: (items) => items.join("; "),
  };
}

/**
 * Made once, and not before it is needed, because making a formatter is slow. One item, as most lists of a page have, does without it:
 * that saves a microsecond a row.
 */
function formatterOf(locale: string, type: "conjunction" | "disjunction"): (items: readonly string[]) => string {
  let formatter: Intl.ListFormat | null = null;
  return (items) => {
    if (items.length < 2) return items.join("");
    formatter ??= new Intl.ListFormat(locale, { type });
    return formatter.format(items);
  };
}

/** Compares names by the alphabet of a locale, which is read when two are first compared. */
export function orderIn(locale: string): (a: string, b: string) => number {
  let collator: Intl.Collator | null = null;
  return (a, b) => {
    collator ??= new Intl.Collator(locale);
    return collator.compare(a, b);
  };
}
