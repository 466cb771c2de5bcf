import type { RequestHandler } from "express";
import { facetValues } from "../../listing/vocabulary.ts";
import { programCardsWith } from "../../programs/find.ts";
import { isHelpLine } from "../../programs/lines.ts";
import type { Edition } from "../../site/edition.ts";
import type { Context, Site } from "../../site/site.ts";
import { inLanguage } from "../../words/languages.ts";
import { page } from "../frame.ts";
import { type Tile, tileMap } from "./tile-map.ts";

interface PlacesView {
  /** Meetings in person are null while there are none at all. */
  places: { name: string; href: string; own: string; inPerson: string | null }[];
  map: Tile[];
}

/** Every state, with what it has of its own. */
export function placesPage(site: Site, edition: Edition): RequestHandler {
  return page<PlacesView>(site, edition, "places/places", (context) => {
    const { title, description } = context.words.places;
    return {
      head: { title, description, path: context.urls.places, section: "programs", freshness: "until the data changes" },
      show: () => placesView(context),
    };
  });
}

function placesView(context: Context): PlacesView {
  const { vocabulary, words, urls } = context;
  const map = tileMap(context);
  const places = facetValues(vocabulary, "state").map(({ id, label }, at) => ({
    name: inLanguage(label, words.language),
    href: urls.place(id),
    own: ownKinds(context, id),
    inPerson: map[at] ? words.places.count(map[at].inPerson) : null,
  }));
  return { places, map };
}

/** How many lines and centers a state has of its own, and what else. */
function ownKinds({ programs, words }: Context, id: string): string {
  const own = programCardsWith(programs, "state", id);
  const lines = own.filter(isHelpLine);
  const others = own.filter((card) => !isHelpLine(card));
  const centers = others.filter(({ facets }) => facets["category"]?.includes("recovery-center"));
  return words.places.ownKinds(lines.length, centers.length, others.length - centers.length);
}
