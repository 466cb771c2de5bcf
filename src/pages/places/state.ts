import type { RequestHandler } from "express";
import { zoneOfState } from "../../places/states.ts";
import type { ProgramCard } from "../../programs/card.ts";
import { programCardsWith } from "../../programs/find.ts";
import { isHelpLine } from "../../programs/lines.ts";
import { cardsById } from "../../search/cards.ts";
import { emptyFilter } from "../../search/filter.ts";
import type { Edition } from "../../site/edition.ts";
import type { Context, Site } from "../../site/site.ts";
import { filterUrl } from "../../site/urls.ts";
import { placeElsewhere } from "../elsewhere.ts";
import { page } from "../frame.ts";
import { type OwnListsView, ownLists } from "../meetings/own-lists.ts";
import { litFirst } from "../programs/lit-first.ts";
import { anybody, type ProgramRow, programRows } from "../programs/row.ts";
import { type State, stateOf } from "../state-choice.ts";
import { type StateMeetings, stateMeetings } from "./towns.ts";

interface StateView {
  name: string;
  /** Note if no program of the state's own is known to be active, otherwise null. */
  nothingSure: string | null;
  ownHeading: string;
  own: ProgramRow[];
  /** Whom to call if no line takes everybody in the state, otherwise null. */
  standIns: { heading: string; note: string; rows: ProgramRow[] } | null;
  some: ProgramRow[];
  meetings: StateMeetings | null;
  lists: OwnListsView | null;
  nationwide: ProgramRow[];
  allUrl: string;
  all: string;
  placesUrl: string;
}

/** Number of nationwide programs on a state's page; the rest are one link away. */
const maxNationwide = 8;

/** Programs for states without a line for anybody: a crisis, a question about treatment, any other need. */
const standIns = ["988-lifeline", "samhsa-national-helpline", "211"];

/** Serves one state: its own lines and programs for anybody, those for some people, its meetings, then nationwide programs. */
export function statePage(site: Site, edition: Edition): RequestHandler<{ state: string }> {
  return page<StateView, { state: string }>(site, edition, "places/state", (context, req) => {
    const { words, urls } = context;
    const state = stateOf(context, req.params.state);
    if (!state) throw placeElsewhere(context, req);
    const { title, placeDescription } = words.places;
    return {
      head: {
        title: `${state.name} · ${title}`,
        description: placeDescription(state.name),
        path: urls.place(state.id),
        section: "programs",
        freshness: "until the data changes",
      },
      show: () => stateView(context, state),
    };
  });
}

function stateView(context: Context, { id, name, where }: State): StateView {
  const { words, programs, urls } = context;
  const own = programCardsWith(programs, "state", id);
  const zone = zoneOfState(id);
  const rows = (cards: readonly ProgramCard[]) => programRows(context, cards, { ...anybody, callerZone: zone });
  const forAnybody = own.filter(({ scope }) => scope.who === "anybody");
  const forSome = own.filter(({ scope }) => scope.who === "some");
  const needsStandIns = !forAnybody.some((card) => card.status === "active" && isHelpLine(card));
  const nationwide = programCardsWith(programs, "state", "nationwide").filter((card) => !needsStandIns || !standIns.includes(card.id));
  return {
    name,
    nothingSure: own.some(({ status }) => status === "active") ? null : words.places.nothingSure(where, own.length),
    ownHeading: words.places.ownHeading(where),
    own: rows(linesFirst(litFirst(context, forAnybody, zone))),
    standIns: needsStandIns
      ? { heading: words.places.whoToCall(where), note: words.places.noLine(where), rows: rows(cardsById(programs, standIns)) }
      : null,
    some: rows(linesFirst(litFirst(context, forSome, zone))),
    meetings: stateMeetings(context, id),
    lists: ownLists(context, { id, name, where }),
    nationwide: rows(nationwide.slice(0, maxNationwide)),
    allUrl: filterUrl(urls.programs, programs, { ...emptyFilter, chosen: { state: [id] } }),
    all: words.places.all(name),
    placesUrl: urls.places,
  };
}

/** Puts lines to call before places to go to. */
function linesFirst(cards: readonly ProgramCard[]): ProgramCard[] {
  return [...cards.filter(isHelpLine), ...cards.filter((card) => !isHelpLine(card))];
}
