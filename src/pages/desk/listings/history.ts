import type { Change } from "../../../changes/change.ts";
import { changesNothing } from "../../../changes/differing-fields.ts";
import { differencesOf } from "../../../listing/compare/differences.ts";
import { fieldsIn } from "../../../listing/form/values.ts";
import type { Context } from "../../../site/site.ts";
import { sayOfficeDate } from "../../office-date.ts";
import { sayActor } from "../say-actor.ts";
import type { Listed } from "./listed.ts";
import { listingForm } from "./listing-form.ts";
import { shapeOfPart } from "./part-edit.ts";
import { sayDifferences } from "./say-value.ts";

/** A change of a listing, in words. */
export interface ChangeView {
  what: string;
  when: string;
  by: string;
  why: string | null;
  /** One sentence per field. */
  lines: string[];
  /** "Told to readers", or null. */
  told: string | null;
  /** The number to send to undo it; null if it cannot be undone here. */
  undo: number | null;
}

/** Returns the history of a listing, newest first. */
export function historyView(context: Context, { list, history, listing }: Listed, names: ReadonlyMap<string, string>): ChangeView[] {
  const { words, vocabulary } = context;
  const said = words.deskListing.history;
  const { shape } = listingForm(vocabulary, list);
  return history.map((change) => ({
    what: said.kinds[change.kind],
    when: sayOfficeDate(change.at, words),
    by: said.by(sayActor(words, names, change.by)),
    why: change.why,
    lines: linesOf(change),
    told: change.isPublic ? said.forReaders : null,
    undo: listing !== null && canBeUndone(change) ? change.seq : null,
  }));

  function linesOf({ before, after }: Change): string[] {
    if (before === null || after === null) return [];
    const part = { before: fieldsIn(before), mine: fieldsIn(after) };
    return sayDifferences(context, shape, differencesOf(shapeOfPart(shape, part), before, after));
  }
}

/**
 * Whether a change can be undone here: additions and removals of whole listings have their own buttons, and a second check on one day
 * changes nothing.
 */
export function canBeUndone(change: Change): boolean {
  return change.before !== null && change.after !== null && !changesNothing(change);
}
