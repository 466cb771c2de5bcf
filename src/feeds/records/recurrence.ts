/** The rules by which events of a calendar recur (RFC 5545, 3.3.10). */

const weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const codes = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];
const nths: Readonly<Record<string, string>> = { 1: "First", 2: "Second", 3: "Third", 4: "Fourth", 5: "Fifth", "-1": "Last" };

/** The days of a rule in words: "Monday, Thursday", "First Wednesday", "Every other Friday"; null for a rule that no such words say. `first` is the weekday it begins on, 0 for Sunday. */
export function daysOfRule(rule: string, first: number): { days: string | null; until: string | null } {
  const parts = new Map(
    rule
      .slice(0, 500)
      .toUpperCase()
      .split(";")
      .map((part) => part.split("=", 2) as [string, string | undefined]),
  );
  const until = parts.get("UNTIL")?.match(/^\d{8}/)?.[0] ?? null;
  const interval = Number(parts.get("INTERVAL") ?? 1);
  const byDay = (parts.get("BYDAY") ?? codes[first]!).split(",").map((day) => day.trim());
  return { days: wordsOf(parts, byDay, interval), until };
}

function wordsOf(parts: ReadonlyMap<string, string | undefined>, byDay: readonly string[], interval: number): string | null {
  const [frequency, position] = [parts.get("FREQ"), parts.get("BYSETPOS")];
  if (frequency === "DAILY" && interval === 1 && !parts.has("BYDAY")) return "Daily";
  if ((frequency === "WEEKLY" && interval <= 2) || (frequency === "DAILY" && interval === 1)) {
    const days = byDay.flatMap((day) => weekdays[codes.indexOf(day)] ?? []);
    return days.length === 0 ? null : `${interval === 2 ? "Every other " : ""}${days.join(", ")}`;
  }
  if (frequency !== "MONTHLY" || interval !== 1 || !parts.has("BYDAY")) return null;
  const words = byDay.map((day) => nthDay(position === undefined ? day : position + day));
  return words.includes(null) ? null : words.join(", ");
}

/** "First Wednesday" of "1WE". */
function nthDay(day: string): string | null {
  const [, nth = "", code = ""] = day.match(/^\+?(-?\d)([A-Z]{2})$/) ?? [];
  const [position, name] = [nths[nth], weekdays[codes.indexOf(code)]];
  return position === undefined || name === undefined ? null : `${position} ${name}`;
}
