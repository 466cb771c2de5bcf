import type { RequestHandler } from "express";
import { noFilter } from "../facets/filter.ts";
import { type FacetValue, facetValues } from "../facets/vocabulary.ts";
import { inLanguage } from "../listing/text.ts";
import { programCardsWith } from "../programs/find.ts";
import { NotFound } from "../web/errors.ts";
import { type StateMeetings, stateMeetings } from "./counties.ts";
import { page } from "./frame.ts";
import { mapOf, type Tile } from "./map.ts";
import { type ProgramRow, programRows } from "./rows.ts";
import type { Site } from "./site.ts";
import { filterUrl, urls } from "./urls.ts";

interface PlacesView {
  /** Meetings in person are null while there are none at all. */
  places: { name: string; href: string; own: string; inPerson: string | null }[];
  map: Tile[];
}

interface PlaceView {
  name: string;
  ownHeading: string;
  own: ProgramRow[];
  /** Said where nothing of the state's own is known to be there. */
  nothingSure: string | null;
  meetings: StateMeetings | null;
  nationwide: ProgramRow[];
  allUrl: string;
  all: string;
  placesUrl: string;
}

/** How many nationwide programs a state's page shows; the rest is one link away. */
const mostNationwide = 8;

/** Every state, with how many programs of its own it has. */
export function placesPage(site: Site): RequestHandler {
  const show = page<PlacesView>(site, "pages/places");
  return (req, res) => {
    const { programs, words } = site;
    const { title, description } = words.places;
    const map = mapOf(site);
    const places = facetValues("state").map(({ id, label }, at) => ({
      name: inLanguage(label, words.language),
      href: urls.place(id),
      own: words.places.count(programCardsWith(programs, "state", id).length),
      inPerson: map[at] ? words.places.count(map[at].inPerson) : null,
    }));
    show(req, res, { title, description, path: urls.places, section: "programs", freshness: "until the data changes" }, () => ({
      places,
      map,
    }));
  };
}

/** One state: its own lines and programs, then what reaches every state. */
export function placePage(site: Site): RequestHandler<{ state: string }> {
  const show = page<PlaceView>(site, "pages/place");
  return (req, res) => {
    const state = facetValues("state").find(({ id }) => id === req.params.state.toUpperCase());
    if (!state) throw new NotFound(req.params.state);
    const name = inLanguage(state.label, site.words.language);
    const { title, placeDescription } = site.words.places;
    show(
      req,
      res,
      {
        title: `${name} · ${title}`,
        description: placeDescription(name),
        path: urls.place(state.id),
        section: "programs",
        freshness: "until the data changes",
      },
      () => placeView(site, state, name),
    );
  };
}

function placeView(site: Site, state: FacetValue, name: string): PlaceView {
  const { id } = state;
  const { words, programs } = site;
  const own = programCardsWith(programs, "state", id);
  return {
    name,
    ownHeading: words.places.ownHeading(name),
    own: programRows(site, own),
    nothingSure: own.some(({ status }) => status === "active") ? null : words.places.nothingSure(name, own.length),
    meetings: stateMeetings(site, id),
    nationwide: programRows(site, programCardsWith(programs, "state", "nationwide").slice(0, mostNationwide)),
    allUrl: filterUrl(urls.programs, programs, { ...noFilter, chosen: { state: [id] } }),
    all: words.places.all(name),
    placesUrl: urls.places,
  };
}
