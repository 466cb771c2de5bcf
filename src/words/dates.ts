/** The words a date is said with, in one language. */
interface DateWords {
  months: readonly string[];
  date: { about: (date: string) => string; orLater: (date: string) => string; decade: (decade: string) => string; none: string };
}

/** A date in words: "8 May 2025", "about 2022", "2022 or later", "the 2010s"; null is "no date given". */
export function sayDate(date: string | null, { months, date: words }: DateWords): string {
  if (date === null) return words.none;
  if (date.endsWith("X")) return words.decade(date.replace("X", "0"));
  if (date.endsWith("/..")) return words.orLater(date.slice(0, 4));
  const [year, month, day] = date.replace("~", "").split("-");
  const said = [day && String(Number(day)), month && months[Number(month) - 1], year].filter(Boolean).join(" ");
  return date.endsWith("~") ? words.about(said) : said;
}
