import * as z from "zod";

/**
 * A date as exact as its source: the part of EDTF (ISO 8601-2) that the facts need.
 * `2025-05-08`, `2025-05`, `2025`, `2022~` (about 2022), `2022/..` (2022 or later), `201X` (the 2010s).
 */
export const dateSchema = z.string().regex(/^(\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?~?|\d{4}\/\.\.|\d{3}X)$/, {
  error: "write a date as 2025-05-08, 2025-05, 2025, 2022~ (about), 2022/.. (or later) or 201X; null if the source gives none",
});

/** Returns the latest year that such a date may mean; Infinity for "2022 or later". */
export function latestYearOf(date: string): number {
  return date.endsWith("/..") ? Number.POSITIVE_INFINITY : Number(date.slice(0, 4).replace("X", "9"));
}

/** A full date, for what we did ourselves. */
export const daySchema = z.iso.date();
