import type { RequestHandler } from "express";
import { facetValues } from "../../listing/vocabulary.ts";
import { programCardsWith } from "../../programs/find.ts";
import { emptyFilter } from "../../search/filter.ts";
import type { Edition } from "../../site/edition.ts";
import type { Context, Site } from "../../site/site.ts";
import { filterUrl } from "../../site/urls.ts";
import { inLanguage } from "../../words/languages.ts";
import { placeElsewhere } from "../elsewhere.ts";
import { page } from "../frame.ts";
import { type ProgramRow, programRows } from "../programs/row.ts";
import { type StateMeetings, stateMeetings } from "./towns.ts";

interface StateView {
  name: string;
  ownHeading: string;
  own: ProgramRow[];
  /** Where nothing of the state's own is sure to be there. */
  nothingSure: string | null;
  meetings: StateMeetings | null;
  nationwide: ProgramRow[];
  allUrl: string;
  all: string;
  placesUrl: string;
}

/** How many nationwide programs a state's page shows; the rest is one link away. */
const maxNationwide = 8;

/** One state: its own lines and programs, then what reaches every state. */
export function statePage(site: Site, edition: Edition): RequestHandler<{ state: string }> {
  return page<StateView, { state: string }>(site, edition, "places/state", (context, req) => {
    const { vocabulary, words, urls } = context;
    const state = facetValues(vocabulary, "state").find(({ id }) => id === req.params.state.toUpperCase());
    if (!state) throw placeElsewhere(context, req);
    const name = inLanguage(state.label, words.language);
    const { title, placeDescription } = words.places;
    return {
      head: {
        title: `${name} · ${title}`,
        description: placeDescription(name),
        path: urls.place(state.id),
        section: "programs",
        freshness: "until the data changes",
      },
      show: () => stateView(context, state.id, name),
    };
  });
}

function stateView(context: Context, id: string, name: string): StateView {
  const { words, programs, urls } = context;
  const own = programCardsWith(programs, "state", id);
  return {
    name,
    ownHeading: words.places.ownHeading(name),
    own: programRows(context, own),
    nothingSure: own.some(({ status }) => status === "active") ? null : words.places.nothingSure(name, own.length),
    meetings: stateMeetings(context, id),
    nationwide: programRows(context, programCardsWith(programs, "state", "nationwide").slice(0, maxNationwide)),
    allUrl: filterUrl(urls.programs, programs, { ...emptyFilter, chosen: { state: [id] } }),
    all: words.places.all(name),
    placesUrl: urls.places,
  };
}
