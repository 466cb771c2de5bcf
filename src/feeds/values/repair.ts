/** Told of each thing put right: its kind, and the value as it came. */
export type Note = (kind: string, was: unknown) => void;

/** A whole day such as 2024-05-31 from whatever stamp begins with one; null for others and for days that do not exist. */
export function dayStamp(value: unknown): string | null {
  const day = typeof value === "string" ? value.trim().match(/^(?:19|20)\d{2}-\d{2}-\d{2}/)?.[0] : undefined;
  const date = day ? new Date(`${day}T00:00:00Z`) : null;
  return date && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day!) ? day! : null;
}

/** A value in a few words, for a report. */
export function short(value: unknown): string {
  if (typeof value === "string") return value.slice(0, 120).toWellFormed();
  if (value === undefined) return "";
  return (JSON.stringify(value) ?? "").slice(0, 120).toWellFormed();
}
