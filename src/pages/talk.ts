import type { RequestHandler } from "express";
import { zoneOfState } from "../places/states.ts";
import type { ProgramCard } from "../programs/card.ts";
import { helpLineCards, isForTalking } from "../programs/lines.ts";
import { cardsById } from "../search/cards.ts";
import type { Edition } from "../site/edition.ts";
import type { Context, Site } from "../site/site.ts";
import { withQuery } from "../site/urls.ts";
import { inLanguage } from "../words/languages.ts";
import { page } from "./frame.ts";
import { type LineView, lineView } from "./programs/line.ts";
import { litFirst } from "./programs/lit-first.ts";
import { anybody, type ProgramRow, programRows } from "./programs/row.ts";
import { type State, type StateOption, stateOf, stateOptions } from "./state-choice.ts";

interface TalkView {
  action: string;
  states: StateOption[];
  /** For anybody: the state's own lines, then those that answer everywhere. In each, those that answer now come first. */
  sections: LinesView[];
  some: LineGroup[];
}

/** Lines for anybody, under one heading. */
interface LinesView {
  heading: string;
  /** Shown before them if the state has no lines of its own, otherwise null. */
  lead: string | null;
  rows: ProgramRow[];
  more: { label: string; href: string } | null;
}

/** Lines that take the same people: "Farmers and ranchers". */
interface LineGroup {
  label: string;
  lines: LineView[];
}

/** Lines that take every call, from anywhere, at any hour: always shown, whatever else there is. */
const alwaysThere = ["988-lifeline", "samhsa-national-helpline"];

/** Number of the state's own lines shown here; the others are on its page. */
const maxOwn = 5;

/** Serves whom to talk to now: the lines of the reader's state, those that answer everywhere, then those for one trouble, job or community. */
export function talkPage(site: Site, edition: Edition): RequestHandler {
  return page<TalkView>(site, edition, "talk", (context, req) => {
    const { title, description } = context.words.talk;
    const { talk } = context.urls;
    const state = stateOf(context, req.query["state"]);
    return {
      head: {
        title: state ? `${title} · ${state.name}` : title,
        description,
        path: talk,
        address: withQuery(talk, { state: state?.id ?? "" }),
        section: "help",
        freshness: "until the data changes",
        lists: ["programs"],
      },
      show: () => talkView(context, state),
    };
  });
}

function talkView(context: Context, state: State | null): TalkView {
  const { programs, words, urls } = context;
  const zone = state && zoneOfState(state.id);
  const reached = helpLineCards(programs).filter((card) => isReachedFrom(card, state) && !alwaysThere.includes(card.id));
  const lines = litFirst(context, reached, zone);
  const forAnybody = lines.filter((card) => card.scope.who === "anybody" && isForTalking(card));
  const nationwide = [...cardsById(programs, alwaysThere), ...forAnybody.filter(({ states }) => states === "nationwide")];
  const own = forAnybody.filter(({ states }) => states !== "nationwide").slice(0, maxOwn);
  const everywhere = {
    heading: words.talk.everywhere,
    lead: null,
    rows: programRows(context, nationwide, { ...anybody, callerZone: zone }),
    more: null,
  };
  return {
    action: urls.talk,
    states: stateOptions(context, state?.id ?? null),
    sections: state ? withOwn(context, state, programRows(context, own, { ...anybody, callerZone: zone }), everywhere) : [everywhere],
    some: linesForSome(context, lines, zone),
  };
}

/** Whether somebody in this state can use a line; without a state, only lines that serve all states are certain to be usable. */
function isReachedFrom({ states }: ProgramCard, state: State | null): boolean {
  return states === "nationwide" || (state !== null && states.includes(state.id));
}

/** Puts a state's own lines before those that answer everywhere; if it has none, the latter say so. */
function withOwn({ words, urls }: Context, { id, where }: State, rows: ProgramRow[], everywhere: LinesView): LinesView[] {
  const more = { label: words.talk.more(where), href: urls.place(id) };
  if (rows.length === 0) return [{ ...everywhere, lead: words.talk.noOwn(where), more }];
  return [{ heading: words.talk.own(where), lead: null, rows, more }, everywhere];
}

/** What lines are for, in the order shown: troubles concern most people, communities share a trouble or none. */
const purposes = ["trouble", "work", "community"] as const;

function linesForSome(context: Context, cards: readonly ProgramCard[], zone: string | null): LineGroup[] {
  const groups = new Map<string, LineView[]>();
  for (const by of purposes) {
    for (const card of cards) {
      if (card.scope.who !== "some" || card.scope.by !== by) continue;
      const label = inLanguage(card.scope.label, context.words.language);
      groups.set(label, [...(groups.get(label) ?? []), lineView(context, card, card.contacts.slice(0, 1), zone)]);
    }
  }
  return [...groups].map(([label, lines]) => ({ label, lines }));
}
