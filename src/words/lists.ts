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

/** The lists of a locale. Its formatters are made once, because making one costs a hundred times what using it does. */
export function listsIn(locale: string): ListWords {
  const and = new Intl.ListFormat(locale, { type: "conjunction" });
  const or = new Intl.ListFormat(locale, { type: "disjunction" });
  return {
    and: (items) => and.format(items),
    or: (items) => or.format(items),
    // Intl has no list of commas alone: its "unit" is one in English and ends in "y" in Spanish.
    comma: (items) => items.join(", "),
    semicolon: (items) => items.join("; "),
  };
}

/** Compares names by the alphabet of a locale. */
export function orderIn(locale: string): (a: string, b: string) => number {
  return new Intl.Collator(locale).compare;
}
