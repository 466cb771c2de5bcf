import type { Answer } from "../../search/answer.ts";
import type { Filter } from "../../search/filter.ts";
import type { Understood } from "../../search/words/understood.ts";
import type { Context } from "../../site/site.ts";
import { callUrl } from "../../site/urls.ts";
import { type ListPage, urlOf } from "./list-page.ts";
import type { PlaceNotice } from "./place-notice.ts";
import { stateName } from "./state-name.ts";
import { withoutPlaces } from "./understood.ts";

type Asked = Pick<Answer<unknown>, "filter" | "understood">;

/** Returns the states that were chosen, otherwise those that the words name. */
export function statesAsked({ filter, understood }: Asked): readonly string[] {
  return filter.chosen["state"] ?? [...new Set(understood?.places.flatMap(({ states }) => states))];
}

/**
 * Returns what to say if the state asked for has nothing that fits: that it has none, whom to ask, and where else to look. Null if it has
 * some (`own`), if none or several states were asked for, or if a program was asked for by name.
 */
export function noneThere(
  context: Context,
  list: ListPage,
  answer: Asked & Pick<Answer<unknown>, "total">,
  own: number,
): PlaceNotice | null {
  const [state, another] = statesAsked(answer);
  if (state === undefined || another !== undefined || own > 0 || namesProgram(context, answer)) return null;
  const { place } = context.words.results;
  const name = stateName(context, state);
  const everywhere = { label: place.everyState, href: urlOf(list, everywhereElse(answer.filter, answer.understood)) };
  const ask = { label: context.words.card.call("211"), href: callUrl("211") };
  return answer.total > 0 ? { note: place.noneOwn(name), paths: [ask] } : { note: place.none(name), paths: [ask, everywhere] };
}

/** Whether the words are a program's name: that it is not in the state is then no news. */
function namesProgram({ programs }: Context, { understood }: Asked): boolean {
  return understood?.terms.some(({ typed }) => programs.byName.has(typed.replaceAll(" ", ""))) ?? false;
}

/** Returns the notices of the places in a search. If there is nothing, this is said in the first one, next to its link to meetings nearby. */
export function withNone(notices: readonly PlaceNotice[], none: PlaceNotice | null): PlaceNotice[] {
  const [first, ...rest] = notices;
  if (!none) return [...notices];
  return first ? [{ note: none.note, paths: [...first.paths, ...none.paths] }, ...rest] : [none];
}

/** Returns the same search for the whole country. */
function everywhereElse(filter: Filter, understood: Understood | null): Filter {
  const { state: _, ...chosen } = filter.chosen;
  const q = understood ? withoutPlaces(filter.q, understood.places, understood.corrected) : filter.q;
  return { ...filter, q, chosen, page: 1 };
}
