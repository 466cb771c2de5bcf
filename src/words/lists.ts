/** Formatters of lists in a language. */
export interface ListWords {
  /** "Monday, Tuesday and Friday". */
  and(items: readonly string[]): string;
  /** "by phone, by video or in person". */
  or(items: readonly string[]): string;
  /** "English, Spanish". */
  comma(items: readonly string[]): string;
  /** For items that contain commas. */
  semicolon(items: readonly string[]): string;
}

/** Returns the list formatters of a locale. */
export function listsIn(locale: string): ListWords {
  return {
    and: formatterOf(locale, "conjunction"),
    or: formatterOf(locale, "disjunction"),
    // Intl has no list with commas alone: its "unit" type is one in English, but ends in "y" in Spanish.
    comma: (items) => items.join(", "),
    semicolon: (items) => items.join("; "),
  };
}

/**
 * Creates the formatter only when it is first needed, because that is slow. Most lists of a page have one item and need none: that saves a
 * microsecond a row.
 */
function formatterOf(locale: string, type: "conjunction" | "disjunction"): (items: readonly string[]) => string {
  let formatter: Intl.ListFormat | null = null;
  return (items) => {
    if (items.length < 2) return items.join("");
    formatter ??= new Intl.ListFormat(locale, { type });
    return formatter.format(items);
  };
}

/** Returns a function that compares names in the alphabetical order of a locale, which is loaded at the first comparison. */
export function orderIn(locale: string): (a: string, b: string) => number {
  let collator: Intl.Collator | null = null;
  return (a, b) => {
    collator ??= new Intl.Collator(locale);
    return collator.compare(a, b);
  };
}
