import { radii } from "../../meetings/facets.ts";
import type { MeetingAnswer } from "../../meetings/search.ts";
import type { Context } from "../../site/site.ts";
import { filterUrl } from "../../site/urls.ts";
import type { Words } from "../../words/words.ts";
import { type NearView, nearView, usualRadius } from "./nearby.ts";
import type { MeetingQuestion } from "./question.ts";

/** The place, and the choices that go with it. */
export interface NearFields extends NearView {
  within: Choice[];
  clocks: Choice[];
}

interface Choice {
  value: string;
  label: string;
  chosen: boolean;
}

/** Returns the fields of the form for place and clock, with how they were understood. */
export function nearFields(context: Context, { filter, from }: MeetingQuestion, answer: MeetingAnswer): NearFields {
  const { words, meetings, urls } = context;
  const radius = from?.miles ?? usualRadius;
  const to = (label: string) =>
    filterUrl(urls.meetings, meetings, { ...filter, parameters: { ...filter.parameters, near: label }, page: 1 });
  return {
    ...nearView(context, { near: filter.parameters["near"] ?? "", from }, answer, to),
    within: radii.map((miles) => ({ value: String(miles), label: words.meetings.within(miles), chosen: miles === radius })),
    clocks: clockChoices(words, filter.parameters["tz"] ?? ""),
  };
}

/** Returns the country's clocks, and one from elsewhere if it was asked for. */
function clockChoices({ meetings }: Words, tz: string): Choice[] {
  const known = new Map([["", meetings.clockOfPlace], ...Object.entries(meetings.clocks)]);
  if (!known.has(tz)) known.set(tz, tz);
  return [...known].map(([value, label]) => ({ value, label, chosen: value === tz }));
}
