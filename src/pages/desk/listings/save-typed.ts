import type { AnyListing } from "../../../catalog/catalog-list.ts";
import type { ListingEdit } from "../../../catalog/edit-listing.ts";
import { kindOfEdit } from "../../../catalog/kind-of-edit.ts";
import { openConflicts, settleConflict } from "../../../changes/conflicts.ts";
import type { Editor } from "../../../editors/editor.ts";
import { editorNames } from "../../../editors/find.ts";
import { differencesOf } from "../../../listing/compare/differences.ts";
import { findReport } from "../../../reports/find.ts";
import type { Report } from "../../../reports/report.ts";
import { settleReport } from "../../../reports/settle.ts";
import { type Context, nowInIso } from "../../../site/site.ts";
import { deskAction, withQuery } from "../../../site/urls.ts";
import { Conflict } from "../../../web/errors.ts";
import { sayOfficeDate } from "../../office-date.ts";
import type { DeskAnswer } from "../desk-page.ts";
import { settlementBy } from "../message.ts";
import { sayActor } from "../say-actor.ts";
import { type EditView, editingOf, showForm } from "./editing.ts";
import { findListed, type Listed, type Present } from "./listed.ts";
import { listingForm } from "./listing-form.ts";
import { isTakenOver } from "./proposal.ts";
import { saveListing } from "./save-listing.ts";
import { askWhatToKeep, type Encounter, type Settled } from "./settle.ts";
import { hiddenFields, type TypedForm } from "./typed-form.ts";

/** One editor's version of the listing that they opened. */
export interface Mine extends Settled {
  base: AnyListing;
  /** The kind of change in the history; null to derive it from the change. */
  kind: ListingEdit["kind"] | null;
}

/**
 * Saves an editor's version of a listing, with the report and the conflict that it settles. If somebody else was quicker, shows both
 * changes; if the listing is gone, the form with everything typed, so that nothing is lost.
 */
export async function saveTyped(context: Context, editor: Editor, listed: Present, mine: Mine): Promise<DeskAnswer<EditView>> {
  const { typed, listing } = mine;
  const { list, address, id } = listed;
  const report = reportAnswered(context, listed, typed);
  const changes = differencesOf(listingForm(context.vocabulary, list).shape, mine.base, listing);
  // Answers to a report or a file are saved even if nothing had to change.
  if (changes.length === 0 && report === null && typed.conflict === 0) return { goTo: withQuery(address, { done: "nothing" }) };
  if (typed.expected !== listed.version) return askWhatToKeep(meetOther(context, listed, mine), null, 409);
  const { expected, isPublic, why } = typed;
  const edit = { list, listing, kind: mine.kind ?? kindOfEdit(listed.listing, listing), expected, isPublic, why };
  try {
    await saveListing(context, editor, edit, () => {
      if (report !== null)
        settleReport(context.db, report.reference, settlementBy(context, editor, outcomeOf(context, mine, listed, report), typed.reply));
      if (typed.conflict > 0) settleOwnConflict(context, listed, typed.conflict);
    });
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    const now = findListed(context, list, id);
    if (now === null) throw error;
    if (now.listing === null) return showGone(context, now, mine);
    if (now.version === expected) throw error;
    return askWhatToKeep(meetOther(context, { ...now, listing: now.listing }, mine), null, 409);
  }
  return { goTo: withQuery(address, { done: report === null ? "saved" : "answered" }) };
}

/** Shows the form of a listing that somebody has removed meanwhile. */
export function showGone(context: Context, listed: Listed, { typed, base }: Pick<Mine, "typed" | "base">): DeskAnswer<EditView> {
  return showForm(editingOf(context, listed, base), typed, { hindrance: context.words.deskListing.form.unlisted });
}

/** Returns the encounter of an editor's change with that of another editor, a file or a feed. */
export function meetOther(context: Context, listed: Present, { typed, base, listing }: Mine): Encounter {
  const { words, vocabulary, db } = context;
  const { clash } = words.deskListing;
  const last = listed.history[0];
  return {
    context,
    listed,
    isShown: true,
    said: typed,
    shape: listingForm(vocabulary, listed.list).shape,
    versions: { before: base, theirs: listed.listing, mine: listing },
    clashCase: {
      lead: last ? clash.byOther(sayActor(words, editorNames(db), last.by), sayOfficeDate(last.at, words)) : clash.lead,
      sides: { theirs: clash.theirs, mine: clash.mine, before: clash.before },
      address: deskAction(listed.address, "edit"),
      hidden: [...hiddenFields(typed), { name: "seen", value: String(listed.version) }],
      canEdit: true,
    },
  };
}

/** Returns the open report about this listing that saving answers; null if there is none. */
export function reportAnswered({ db }: Context, { list, id }: Listed, { report }: Pick<TypedForm, "report">): Report | null {
  const found = findReport(db, report);
  return found?.answer === null && found.list === list && found.subject === id ? found : null;
}

function outcomeOf({ vocabulary }: Context, { listing }: Mine, { list }: Listed, report: Report): "accepted" | "changed" {
  return isTakenOver(listingForm(vocabulary, list), listing, report) ? "accepted" : "changed";
}

function settleOwnConflict(context: Context, { list, id }: Listed, number: number): void {
  const isOwn = openConflicts(context.db).some((one) => one.number === number && one.list === list && one.subject === id);
  if (isOwn) settleConflict(context.db, number, nowInIso(context));
}
