import type { RequestHandler } from "express";
import { facetValues } from "../../listing/vocabulary.ts";
import type { ProgramCard } from "../../programs/card.ts";
import { programCardsWith } from "../../programs/find.ts";
import { isHelpLine } from "../../programs/lines.ts";
import type { Edition } from "../../site/edition.ts";
import type { Context, Site } from "../../site/site.ts";
import { inLanguage } from "../../words/languages.ts";
import { page } from "../frame.ts";
import { type Tile, tileMap } from "./tile-map.ts";

interface PlacesView {
  places: { name: string; href: string; has: string }[];
  map: Tile[];
}

/** Serves every state, with what each has locally. */
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
    has: words.places.has({ ...ownPrograms(context, id), inPerson: map[at]?.inPerson ?? 0 }),
  }));
  return { places, map };
}

/** Counts a state's own lines for anybody, its own centers, and its other programs. */
function ownPrograms({ programs }: Context, id: string): { lines: number; centers: number; others: number } {
  const own = programCardsWith(programs, "state", id);
  const isLineForAnybody = (card: ProgramCard) => card.scope.who === "anybody" && isHelpLine(card);
  const lines = own.filter(isLineForAnybody);
  const rest = own.filter((card) => !isLineForAnybody(card));
  const centers = rest.filter(({ facets }) => facets["category"]?.includes("recovery-center"));
  return { lines: lines.length, centers: centers.length, others: rest.length - centers.length };
}
