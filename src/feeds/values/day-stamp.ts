/** A whole day such as 2024-05-31 from whatever stamp begins with one; null for others and for days that do not exist. */
export function dayStamp(value: unknown): string | null {
  const day = typeof value === "string" ? value.trim().match(/^(?:19|20)\d{2}-\d{2}-\d{2}/)?.[0] : undefined;
  if (day === undefined) return null;
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) ? day : null;
}
