import { noFilter } from "../../search/filter.ts";
import { townsThatMeet } from "../../meetings/find.ts";
import { countMeetings } from "../../meetings/search.ts";
import { countyOf } from "../../places/county.ts";
import type { Site } from "../../site/site.ts";
import { filterUrl, urls } from "../urls.ts";

/**
 * What a state's page says of meetings: all of them, and town by town under their counties. Who lives far from town knows the
 * names of the county and of the towns around; a list by size would bury the small ones.
 */
export interface StateMeetings {
  all: { label: string; href: string };
  counties: County[];
}

interface County {
  name: string;
  count: number;
  towns: Town[];
}

interface Town {
  name: string;
  count: number;
  href: string;
}

/** The meetings of a state (two letters); null where there are none. */
export function stateMeetings(site: Site, state: string): StateMeetings | null {
  const { db, meetings, words } = site;
  const total = countMeetings(meetings, { state: [state] });
  if (total === 0) return null;
  const all = { label: words.meetings.all(total), href: filterUrl(urls.meetings, meetings, { ...noFilter, chosen: { state: [state] } }) };
  const counties = new Map<string | null, Town[]>();
  for (const { city, count } of townsThatMeet(db, state)) {
    const county = countyOf(db, city, state);
    counties.set(county, [...(counties.get(county) ?? []), { name: city, count, href: townUrl(site, city, state, county !== null) }]);
  }
  const views = [...counties]
    .filter(([county]) => county !== null)
    .map(([county, towns]) => countyView(words.places.county(county!, state), towns));
  const elsewhere = counties.get(null);
  return { all, counties: [...views.sort(byName), ...(elsewhere ? [countyView(words.places.elsewhere, elsewhere)] : [])] };
}

function countyView(name: string, towns: Town[]): County {
  return { name, count: towns.reduce((sum, { count }) => sum + count, 0), towns: towns.sort(byName) };
}

function byName(a: { name: string }, b: { name: string }): number {
  return a.name.localeCompare(b.name, "en");
}

/** Near a town that is on the map; what only the feed knows is searched for by its name. */
function townUrl({ meetings }: Site, city: string, state: string, onMap: boolean): string {
  const asked = onMap ? { free: { near: `${city}, ${state}` } } : { q: city, chosen: { state: [state] } };
  return filterUrl(urls.meetings, meetings, { ...noFilter, ...asked });
}
