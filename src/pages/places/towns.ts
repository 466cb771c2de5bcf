import { townsThatMeet } from "../../meetings/find.ts";
import { countMeetings } from "../../meetings/search.ts";
import { countyOf } from "../../places/county.ts";
import { emptyFilter } from "../../search/filter.ts";
import type { Context } from "../../site/site.ts";
import { filterUrl } from "../../site/urls.ts";
import type { Words } from "../../words/words.ts";

/**
 * What a state's page says about meetings: all of them, then town by town under their counties. People who live far from town know the names
 * of their county and of the towns around; a list sorted by size would bury the small ones.
 */
export interface StateMeetings {
  all: { label: string; href: string };
  counties: CountyTowns[];
}

interface CountyTowns {
  name: string;
  count: number;
  towns: TownLink[];
}

interface TownLink {
  name: string;
  count: number;
  href: string;
}

/** Returns the meetings of a state (two letters); null if there are none. */
export function stateMeetings(context: Context, state: string): StateMeetings | null {
  const { db, meetings, words, urls } = context;
  const { groups, times } = countMeetings(meetings, { state: [state] });
  if (groups === 0) return null;
  const counties = new Map<string | null, TownLink[]>();
  for (const { city, count } of townsThatMeet(db, state)) {
    const county = countyOf(db, city, state);
    const link = { name: city, count, href: townUrl(context, city, state, county !== null) };
    counties.set(county, [...(counties.get(county) ?? []), link]);
  }
  const known = [...counties].flatMap(([county, towns]) =>
    county === null ? [] : [countyTowns(words.places.county(county, state), towns, words)],
  );
  const elsewhere = counties.get(null);
  return {
    all: {
      label: words.meetings.all(groups, times),
      href: filterUrl(urls.meetings, meetings, { ...emptyFilter, chosen: { state: [state] } }),
    },
    counties: [...byName(known, words), ...(elsewhere ? [countyTowns(words.places.elsewhere, elsewhere, words)] : [])],
  };
}

function countyTowns(name: string, towns: readonly TownLink[], words: Words): CountyTowns {
  return { name, count: towns.reduce((sum, { count }) => sum + count, 0), towns: byName(towns, words) };
}

function byName<Named extends { name: string }>(named: readonly Named[], { compare }: Words): Named[] {
  return named.toSorted((a, b) => compare(a.name, b.name));
}

/** Returns a search near a town that is on the map, or for the name of one that only the feed knows. */
function townUrl({ meetings, urls }: Context, city: string, state: string, onMap: boolean): string {
  const asked = onMap ? { parameters: { near: `${city}, ${state}` } } : { q: city, chosen: { state: [state] } };
  return filterUrl(urls.meetings, meetings, { ...emptyFilter, ...asked });
}
