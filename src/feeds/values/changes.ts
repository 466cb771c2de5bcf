import { type Meeting, weekdays } from "../../meetings/meeting.ts";
import { dateWord, readClosedDays } from "./closed-days.ts";
import type { Closing } from "./closing-clause.ts";
import { areOfMeeting, phrases, subjects } from "./closing-phrases.ts";
import { mayNameDay } from "./named-day.ts";
import { after, before, clean, findPhrase, folded, partsOf, startsWith, withPlainDates } from "./sentences.ts";

/** Notes about a change that the record itself may not reflect: "We have moved to 12 Oak St", "new time 6:30", "starts January 5". */

type Placed = Pick<Meeting, "place" | "occurrences">;

const longest = (list: readonly string[]) => [...list].sort((a, b) => b.length - a.length);
const moved = longest(phrases.moved);
const begins = longest(phrases.begins);
const isInside = new Set(phrases.inside);

/** Cheap test: most texts have none of these. */
const hint = new RegExp(String.raw`\b(?:${[...phrases.moved, ...phrases.begins].join("|")})\b`, "i");

/**
 * Reads from notes a place, day or time other than the record's own: doubtful, because either may be right. After an announced start, it is
 * doubtful until that day. Null if the notes have neither.
 */
export function readChange(notes: readonly (string | null)[], meeting: Placed): Closing | null {
  for (const text of notes) {
    if (text === null || !hint.test(folded(text))) continue;
    // "New address: 12 Oak St" is one sentence.
    for (const part of partsOf(text.replaceAll(": ", " "))) {
      const found = changeIn(part, meeting);
      if (found !== null) return found;
    }
  }
  return null;
}

function changeIn(part: string, meeting: Placed): Closing | null {
  const sentence = folded(part);
  const words = clean(sentence);
  const dated = mayNameDay.test(sentence) ? readClosedDays(withPlainDates(sentence)) : null;
  // "New location effective Nov 1, 44 Pine Ave."
  const undated = dated === null ? words : clean(dated.words.replaceAll(dateWord, ""));
  const phrase = findPhrase(undated, moved);
  if (phrase !== null && areOfMeeting(before(undated, phrase)) && namesOther(after(undated, phrase), meeting))
    return { kind: "doubtful", words: part.trim(), days: [] };
  if (dated === null) return null;
  const start = findPhrase(words, begins);
  const [day] = dated.days;
  const [next = ""] = after(clean(dated.words), dateWord).split(" ");
  const isOfDay = day?.until === null || clean(dated.words).includes(`${start} ${dateWord}`);
  return start !== null && day?.from && isOfDay && areOfMeeting(next) && areOfMeeting(before(words, start))
    ? { kind: "doubtful", words: part.trim(), days: [{ from: null, until: day.from }] }
    : null;
}

/** Whether words name something other than the record's own place, day or hour, or a room in its building; "we have moved!" names nothing. */
function namesOther(rest: string, meeting: Placed): boolean {
  const said = rest.split(" ").find((word) => word !== "" && !subjects.has(word));
  if (startsWith(rest, phrases.reasons) || startsWith(rest, phrases.ofOthers)) return false;
  return said !== undefined && !isInside.has(said) && !ownWords(meeting).has(said);
}

/** Returns the words for where and when it meets. */
function ownWords({ place: { name, street, city }, occurrences }: Placed): ReadonlySet<string> {
  const times = occurrences.flatMap(({ day, start }) => [weekdays[day]!, `${weekdays[day]!}s`, `${Math.floor(start / 60) % 12 || 12}`]);
  return new Set([...[name, street, city].flatMap((text) => clean(folded(text ?? "")).split(" ")), ...times]);
}
