/**
 * The text without the characters at its ends that each match the pattern of their side. A loop, because a pattern such as
 * /[,;]+$/ tries again at every mark within the text, which takes a text of nothing but marks quadratic time.
 */
export function trimMarks(text: string, before: RegExp | null, after: RegExp): string {
  let from = 0;
  let to = text.length;
  if (before !== null) while (from < to && before.test(text.charAt(from))) from++;
  while (to > from && after.test(text.charAt(to - 1))) to--;
  return text.slice(from, to);
}
