/**
 * Returns the text without the leading and trailing characters that match the pattern for their side. A loop, because a pattern such as /[,;]+$/
 * retries at every mark within the text: quadratic time for a text of nothing but marks.
 */
export function trimMarks(text: string, before: RegExp | null, after: RegExp): string {
  let from = 0;
  let to = text.length;
  if (before !== null) while (from < to && before.test(text.charAt(from))) from++;
  while (to > from && after.test(text.charAt(to - 1))) to--;
  return text.slice(from, to);
}
