import type { ProgramCard } from "../../programs/card.ts";
import { programCardsWith } from "../../programs/find.ts";
import { isHelpLine } from "../../programs/lines.ts";
import { emptyFilter } from "../../search/filter.ts";
import type { Context } from "../../site/site.ts";
import { filterUrl } from "../../site/urls.ts";
import { type ProgramRow, programRows } from "../programs/row.ts";
import { type State, type StateOption, stateOptions } from "../state-choice.ts";
import type { Link } from "./nearby.ts";
import { type OwnListsView, ownLists } from "./own-lists.ts";

/** The page of meetings while no feed has been imported: where each state's meetings are listed, and what can be joined from anywhere. */
export interface WithoutFeeds {
  action: string;
  states: StateOption[];
  /** Null until a place is given. */
  lists: OwnListsView | null;
  fromHome: ProgramRow[];
  paths: Link[];
}

/** Programs that one can join from anywhere, in one screen or two of a phone. */
const maxFromHome = 4;

/** What to show in place of meetings; null where there are some. */
export function withoutFeeds(context: Context, state: State | null): WithoutFeeds | null {
  if (context.meetings.rows.length > 0) return null;
  return {
    action: context.urls.meetings,
    states: stateOptions(context, state?.id ?? null),
    lists: state && ownLists(context, state),
    fromHome: programRows(context, fromHome(context), null),
    paths: programPaths(context),
  };
}

/** Groups for anybody that meet by phone and by video, everywhere. */
function fromHome({ programs }: Context): ProgramCard[] {
  return programCardsWith(programs, "format", "phone")
    .filter((card) => card.states === "nationwide" && card.status === "active" && !isHelpLine(card))
    .filter(({ facets: { format = [] } }) => format.includes("video"))
    .slice(0, maxFromHome);
}

function programPaths({ words, programs, urls }: Context): Link[] {
  const to = (format: string) => filterUrl(urls.programs, programs, { ...emptyFilter, chosen: { format: [format] } });
  const { finder, phone, near } = words.meetings.emptyPaths;
  return [
    { label: phone, href: to("phone") },
    { label: finder, href: to("video") },
    { label: near, href: to("in-person") },
  ];
}
