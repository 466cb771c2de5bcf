import type { ProgramCard } from "../../programs/card.ts";
import { programCardsWith } from "../../programs/find.ts";
import { isHelpLine } from "../../programs/lines.ts";
import { emptyFilter } from "../../search/filter.ts";
import type { Context } from "../../site/site.ts";
import { filterUrl } from "../../site/urls.ts";
import type { WayOn } from "../../web/errors.ts";
import { type ProgramRow, programRows } from "../programs/row.ts";
import { type State, type StateOption, stateOptions } from "../state-choice.ts";
import { type OwnListsView, ownLists } from "./own-lists.ts";

/** The page of meetings while no feed has been imported: where each state's meetings are listed, and what can be joined from anywhere. */
export interface WithoutFeeds {
  action: string;
  states: StateOption[];
  /** Null until a place is given. */
  lists: OwnListsView | null;
  fromHome: ProgramRow[];
  paths: WayOn[];
}

/** Limit on programs that can be joined from anywhere: one or two screens on a phone. */
const maxFromHome = 5;

/**
 * Returns what to show for a state in place of meetings; null if there are meetings. With `hasPlace` no state is preselected, because another
 * place may be typed next.
 */
export function withoutFeeds(context: Context, state: State | null, hasPlace: boolean): WithoutFeeds | null {
  if (context.meetings.rows.length > 0) return null;
  return {
    action: context.urls.meetings,
    states: stateOptions(context, hasPlace ? null : (state?.id ?? null)),
    lists: state && ownLists(context, state),
    fromHome: programRows(context, fromHome(context)),
    paths: programPaths(context),
  };
}

/** Groups for anybody who drinks or uses drugs, wherever they live: those that meet by phone, then those that meet by video every day. */
function fromHome({ programs }: Context): ProgramCard[] {
  const byPhone = programCardsWith(programs, "format", "phone");
  const daily = programCardsWith(programs, "format", "video").filter(({ facets }) => facets["frequency"]?.includes("daily"));
  return [...new Map([...byPhone, ...daily].map((card) => [card.id, card])).values()].filter(isForAnybodyAnywhere).slice(0, maxFromHome);
}

function isForAnybodyAnywhere(card: ProgramCard): boolean {
  const { states, status, scope, facets } = card;
  const isForUse = ["alcohol", "any-drug"].some((trouble) => facets["help"]?.includes(trouble));
  return states === "nationwide" && status === "active" && scope.who === "anybody" && isForUse && !isHelpLine(card);
}

function programPaths({ words, programs, urls }: Context): WayOn[] {
  const to = (format: string) => filterUrl(urls.programs, programs, { ...emptyFilter, chosen: { format: [format] } });
  const { finder, phone, near } = words.meetings.emptyPaths;
  return [
    { label: phone, href: to("phone") },
    { label: finder, href: to("video") },
    { label: near, href: to("in-person") },
  ];
}
