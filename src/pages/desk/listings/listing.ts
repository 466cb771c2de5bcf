import type { Request, RequestHandler } from "express";
import { type CatalogListName, catalogLists } from "../../../catalog/catalog-list.ts";
import { openConflicts } from "../../../changes/conflicts.ts";
import { findUnlisted } from "../../../changes/unlisted.ts";
import { editorNames } from "../../../editors/find.ts";
import { notesAbout } from "../../../notes/note.ts";
import { openReportsOf } from "../../../reports/find.ts";
import type { Edition } from "../../../site/edition.ts";
import { publicAddress } from "../../../site/listing-address.ts";
import type { Context, Site } from "../../../site/site.ts";
import { type DeskAction, deskAction, withQuery } from "../../../site/urls.ts";
import { sayOfficeDate } from "../../office-date.ts";
import { type CheckView, checkView } from "../check.ts";
import { type DeskAnswer, deskPage } from "../desk-page.ts";
import { sayDone } from "../say-done.ts";
import { type ChangeView, historyView } from "./history.ts";
import { type Listed, listedAt, nameOfListing } from "./listed.ts";
import { sayReportedField } from "./reported-field.ts";

/** The page of a listing at the desk: its state, pending decisions, notes and history. */
export interface ListingView {
  heading: string;
  id: string;
  state: string;
  /** Why it is not listed; null if it is. */
  unlisted: string | null;
  done: string | null;
  errors: { heading: string; errors: { text: string; href: string }[] };
  /** Each null if it cannot be done now. */
  actions: Record<"edit" | "onSite" | "close" | "reopen" | "unlist" | "relist", string | null>;
  expected: number;
  /** What was typed into the form that has a fault. */
  typed: { why: string; note: string };
  reports: { href: string; label: string }[];
  conflicts: { href: string; label: string }[];
  notes: { text: string; by: string; number: number }[];
  notesAddress: string;
  forgetAddress: string;
  /** The form to confirm that it is still right; null if it is not listed. */
  check: CheckView | null;
  history: ChangeView[];
  undoAddress: string;
}

/** A fault of a form of this page: the field, the sentence, and what was typed. */
export interface ListingFault {
  field: "why" | "note";
  text: string;
  typed: string;
}

/** Serves the page of one listing. */
export function listingPage(site: Site, edition: Edition, list: CatalogListName): RequestHandler {
  return deskPage<ListingView>(site, edition, "desk/listings/listing", (context, req) =>
    showListing(context, req, listedAt(context, list, req)),
  );
}

function checkOf(context: Context, list: CatalogListName, id: string): CheckView | null {
  const listing = catalogLists(context.vocabulary)[list].find(context.db, id);
  return listing && checkView(context, { list, listing });
}

/** Shows the page of a listing, with the fault of a submitted form. */
export function showListing(context: Context, req: Request, listed: Listed, fault: ListingFault | null = null): DeskAnswer<ListingView> {
  const { words, db } = context;
  const { listing: said, form } = words.deskListing;
  const { list, id, address, version } = listed;
  const names = editorNames(db);
  const unlisted = findUnlisted(db).find((one) => one.list === list && one.subject === id) ?? null;
  const heading = nameOfListing(listed.last);
  const errors = fault === null ? [] : [{ text: fault.text, href: `#${fault.field}` }];
  const view: ListingView = {
    heading,
    id,
    state: said.stateOf[stateOf(listed)] ?? "",
    check: checkOf(context, list, id),
    unlisted: listed.listing === null ? said.unlistedNote(unlisted?.why ?? words.deskListing.history.kinds.removed) : null,
    done: sayDone(words.deskListing.done, req),
    errors: { heading: form.faults(errors.length), errors },
    actions: actionsOf(context, listed),
    expected: version,
    typed: { why: fault?.field === "why" ? fault.typed : "", note: fault?.field === "note" ? fault.typed : "" },
    reports: openReportsOf(db, list, id).map((report) => ({
      href: context.urls.deskReport(report.reference),
      label: said.reported(sayReportedField(context, list, report.field, listed.listing), sayOfficeDate(report.at, words), report.times),
    })),
    conflicts: openConflicts(db)
      .filter((conflict) => conflict.list === list && conflict.subject === id && (conflict.field === null || listed.listing !== null))
      .map(({ number, field }) => ({
        href: withQuery(deskAction(address, "conflict"), { number: String(number) }),
        label: field === null ? heading : sayReportedField(context, list, field, listed.listing),
      })),
    notes: notesAbout(db, list, id).map(({ text, at, account, number }) => ({
      text,
      by: said.noteBy(names.get(account) ?? words.deskListing.history.who.gone, sayOfficeDate(at, words)),
      number,
    })),
    notesAddress: deskAction(address, "notes"),
    forgetAddress: deskAction(address, "forget-note"),
    history: historyView(context, listed, names),
    undoAddress: deskAction(address, "undo"),
  };
  return { title: heading, status: fault === null ? 200 : 422, view };
}

function stateOf({ listing }: Listed): string {
  if (listing === null) return "unlisted";
  return typeof listing["status"] === "string" ? listing["status"] : "active";
}

function actionsOf({ urls }: Context, listed: Listed): ListingView["actions"] {
  const { list, id, address } = listed;
  const state = stateOf(listed);
  const when = (possible: boolean, action: DeskAction) => (possible ? deskAction(address, action) : null);
  const isListed = state !== "unlisted";
  const canClose = isListed && list === "programs";
  return {
    edit: when(isListed, "edit"),
    onSite: isListed ? publicAddress(urls, list, id) : null,
    close: when(canClose && state !== "closed", "close"),
    reopen: when(canClose && state === "closed", "reopen"),
    unlist: when(isListed, "unlist"),
    relist: when(!isListed, "relist"),
  };
}
