import { holdsSameMeetings, type KnownFeed } from "../../feeds/known-feeds.ts";
import { cardsById } from "../../search/cards.ts";
import type { Context } from "../../site/site.ts";
import { sayDate } from "../../words/dates.ts";
import { linkNotes } from "../link-notes.ts";
import type { State } from "../state-choice.ts";
import type { Link } from "./nearby.ts";

/** The lists that fellowships keep of their own meetings in a state, each a link to the fellowship's own site. */
export interface OwnListsView {
  heading: string;
  programs: { name: string; href: string; lists: OwnList[] }[];
  /** Where all of them are; null where they are all here. */
  more: Link | null;
}

interface OwnList {
  name: string;
  href: string;
  host: string;
  /** How many meetings it had, where in several states, and when that was counted; null where nobody has counted. */
  count: string | null;
  /** Where its site does not work: what is said of it. */
  trouble: string | null;
}

/** The lists of a state whose meetings this site does not show itself, at most so many of one program; null where none is known. */
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

/** Of one program, below results: a page of results is as light as can be. */
const maxListsBelow = 2;

/** What stands below the meetings found in a state; null where no state was asked for. */
export function listsBelow(context: Context, state: State | null): OwnListsView | null {
  return state && ownLists(context, state, maxListsBelow);
}

/** Without those that feeds bring here: under their own id, or gathered by an aggregator. */
function readableLists({ knownFeeds, feedNames }: Context, { id }: State): KnownFeed[] {
  const fed = knownFeeds.filter((list) => feedNames.has(list.id));
  return knownFeeds.filter(
    (list) =>
      list.site !== null && list.states.includes(id) && !fed.some((other) => other.id === list.id || holdsSameMeetings(other, list)),
  );
}

/** Those at home in the state first, then the largest. */
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
    host: new URL(site!).hostname.replace(/^www\./, ""),
    count: count && words.meetings.ownLists.count(count.meetings, where, sayDate(count.on, words)),
    trouble: notes.get(site!) ?? null,
  };
}
