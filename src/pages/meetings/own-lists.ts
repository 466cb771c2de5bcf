import { holdsSameMeetings, type KnownFeed } from "../../feeds/known-feeds.ts";
import { cardsById } from "../../search/cards.ts";
import type { Context } from "../../site/site.ts";
import type { WayOn } from "../../web/errors.ts";
import { hostOf } from "../../words/addresses.ts";
import { sayDate } from "../../words/dates.ts";
import { linkNotes } from "../link-notes.ts";
import type { State } from "../state-choice.ts";

/** The lists that fellowships keep of their own meetings in a state, each with a link to the fellowship's site. */
export interface OwnListsView {
  heading: string;
  programs: { name: string; href: string; lists: OwnList[] }[];
  /** Link to all of them; null if all are shown here. */
  more: WayOn | null;
}

interface OwnList {
  name: string;
  href: string;
  host: string;
  /** Number of meetings, with the states if several, and the day of the count; null if nobody has counted. */
  count: string | null;
  /** Note about a site that does not work, otherwise null. */
  trouble: string | null;
}

/** Returns the lists of a state whose meetings this site does not show, at most `maxPerProgram` of each program; null if none is known. */
export function ownLists(context: Context, state: State, maxPerProgram: number = Number.POSITIVE_INFINITY): OwnListsView | null {
  const { words, urls, programs } = context;
  const lists = readableLists(context, state).sort((a, b) => compareFor(state, a, b));
  if (lists.length === 0) return null;
  const byProgram = [...new Set(lists.map(({ program }) => program))].map((id) => ({
    id,
    all: lists.filter(({ program }) => program === id),
  }));
  const notes = linkNotes(
    context,
    lists.map(({ site }) => site!),
  );
  const isCut = byProgram.some(({ all }) => all.length > maxPerProgram);
  return {
    heading: words.meetings.ownLists.heading(state.where),
    more: isCut ? { label: words.meetings.ownLists.all(lists.length, state.where), href: urls.placeLists(state.id) } : null,
    programs: byProgram
      .map(({ id, all }) => ({
        name: cardsById(programs, [id])[0]?.name ?? id,
        href: urls.program(id),
        lists: all.slice(0, maxPerProgram).map((list) => ownList(context, list, notes)),
      }))
      .sort((a, b) => words.compare(a.name, b.name)),
  };
}

/** Number of lists per program below results: a page of results is as light as possible. */
const maxListsBelow = 2;

/** Returns the lists to show below the meetings found in a state; null if no state was asked for. */
export function listsBelow(context: Context, state: State | null): OwnListsView | null {
  return state && ownLists(context, state, maxListsBelow);
}

/** Leaves out the lists whose meetings feeds bring here, either directly or through an aggregator. */
function readableLists({ knownFeeds, feedNames }: Context, { id }: State): KnownFeed[] {
  const fed = knownFeeds.filter((list) => feedNames.has(list.id));
  return knownFeeds.filter(
    (list) =>
      list.site !== null && list.states.includes(id) && !fed.some((other) => other.id === list.id || holdsSameMeetings(other, list)),
  );
}

/** Compares lists: those based in the state first, then the largest. */
function compareFor(state: State, a: KnownFeed, b: KnownFeed): number {
  const isAway = ({ states: [home] }: KnownFeed) => Number(home !== state.id);
  const size = ({ count }: KnownFeed) => count?.meetings ?? 0;
  return isAway(a) - isAway(b) || size(b) - size(a);
}

function ownList({ words }: Context, { name, site, states, count }: KnownFeed, notes: ReadonlyMap<string, string>): OwnList {
  const [, another] = states;
  const where = another === undefined ? null : words.list.and(states);
  return {
    name,
    href: site!,
    host: hostOf(site!),
    count: count && words.meetings.ownLists.count(count.meetings, where, sayDate(count.on, words)),
    trouble: notes.get(site!) ?? null,
  };
}
