import { countMeetings } from "../../meetings/search.ts";
import { suggestPlaces } from "../../places/suggest.ts";
import type { Answer } from "../../search/answer.ts";
import { emptyFilter } from "../../search/filter.ts";
import type { NamedPlace } from "../../search/words/named-place.ts";
import type { Understood } from "../../search/words/understood.ts";
import type { Context } from "../../site/site.ts";
import { filterUrl } from "../../site/urls.ts";
import type { WayOn } from "../../web/errors.ts";
import { type ListPage, urlOf } from "./list-page.ts";
import { isFiledUnder, stateName } from "./state-name.ts";
import { withoutPlaces } from "./understood.ts";

/** Notice about a place that a search names: links to the meetings near it, or the question which place is meant. */
export interface PlaceNotice {
  /** Null if the links say enough. */
  note: string | null;
  paths: WayOn[];
}

/** Limit on notices: no search is about more places. */
const maxNotices = 2;

/** Returns what to say about the places that a search names, with links to the other lists; empty if it names none. */
export function placeNotices(context: Context, list: ListPage, answer: Pick<Answer<unknown>, "filter" | "understood">): PlaceNotice[] {
  const { understood } = answer;
  if (!understood) return [];
  const places = understood.places.filter((place) => !isSaidNearer(place, understood.places));
  const notices = places.map((place) => noticeOf(context, list, { ...answer, understood }, place));
  return notices.filter((notice) => notice !== null).slice(0, maxNotices);
}

/** Whether it is a state, and a place in it is also named. */
function isSaidNearer({ states, near }: NamedPlace, places: readonly NamedPlace[]): boolean {
  const [state, another] = states;
  const isState = state !== undefined && another === undefined && near === null;
  return isState && places.some((other) => other.near?.includes(`, ${state}`));
}

interface UnderstoodAnswer extends Pick<Answer<unknown>, "filter"> {
  understood: Understood;
}

function noticeOf(context: Context, list: ListPage, answer: UnderstoodAnswer, place: NamedPlace): PlaceNotice | null {
  if (place.among.length > 0) return whichOne(context, list, answer, place);
  if (place.near !== null) return nearTo(context, list, place, place.near);
  const [state, another] = place.states;
  if (state !== undefined) return another === undefined ? inState(context, list, state) : null;
  return unknownPlace(context, list, answer, place);
}

/** "There is more than one Vernon. Which one?" Each link is the same search with its state. */
function whichOne({ words }: Context, list: ListPage, answer: UnderstoodAnswer, place: NamedPlace): PlaceNotice {
  return { note: words.results.place.whichOne(sharedName(place.typed, place.among)), paths: insteadOf(list, answer, place, place.among) };
}

/** Returns the name that all of them have ("Mount Vernon"), or what was typed if they have different ones. */
function sharedName(typed: string, among: readonly string[]): string {
  const [name, another] = new Set(among.map((label) => label.replace(/, [A-Z]{2}$/, "")));
  return name !== undefined && another === undefined ? name : typed.replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase());
}

/** Returns the same search with each of these instead of what was typed. */
function insteadOf(list: ListPage, { filter, understood }: UnderstoodAnswer, place: NamedPlace, labels: readonly string[]): WayOn[] {
  const others = withoutPlaces(filter.q, [place], understood.corrected);
  return labels.map((label) => ({ label, href: urlOf(list, { ...filter, q: `${others} ${label}`.trim(), page: 1 }) }));
}

function nearTo(context: Context, list: ListPage, { states }: NamedPlace, near: string): PlaceNotice | null {
  const { meetings, words, urls } = context;
  const { place } = words.results;
  const toMeetings = filterUrl(urls.meetings, meetings, { ...emptyFilter, parameters: { near } });
  const paths = [
    ...(meetings.rows.length > 0 ? [{ label: place.meetingsNear(near), href: toMeetings }] : []),
    ...(list.url === urls.programs ? [] : states.flatMap((state) => programsOf(context, state))),
  ];
  return paths.length > 0 ? { note: null, paths } : null;
}

function inState(context: Context, list: ListPage, state: string): PlaceNotice | null {
  const { meetings, words, urls } = context;
  const name = stateName(context, state);
  const inMeetings = filterUrl(urls.meetings, meetings, { ...emptyFilter, chosen: { state: [state] } });
  const hasMeetings = list.url !== urls.meetings && countMeetings(meetings, { state: [state] }).groups > 0;
  const paths = [
    ...(hasMeetings ? [{ label: words.places.meetings(name), href: inMeetings }] : []),
    ...(list.url === urls.programs ? [] : programsOf(context, state)),
  ];
  return paths.length > 0 ? { note: null, paths } : null;
}

function programsOf(context: Context, state: string): WayOn[] {
  const { programs, words, urls } = context;
  const href = filterUrl(urls.programs, programs, { ...emptyFilter, chosen: { state: [state] } });
  return isFiledUnder(context, state) ? [{ label: words.results.place.serving(stateName(context, state)), href }] : [];
}

/** Returns the notice of a place that is not known, with what may be meant. */
function unknownPlace({ db, words }: Context, list: ListPage, answer: UnderstoodAnswer, place: NamedPlace): PlaceNotice {
  const { typed } = place;
  const [state] = answer.understood.places.find(({ from, to }) => from === place.to || to === place.from)?.states ?? [];
  const meant = suggestPlaces(db, state === undefined ? typed : `${typed}, ${state}`);
  const note = meant.length > 0 ? words.meetings.didYouMean(typed) : words.meetings.unknownPlace(typed);
  return { note, paths: insteadOf(list, answer, place, meant) };
}
