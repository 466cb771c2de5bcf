import type { Request } from "express";
import { type CatalogListName, catalogListNames, catalogLists } from "../../catalog/catalog-list.ts";
import { checkListing } from "../../catalog/check-listing.ts";
import { versionOfSubject } from "../../changes/append.ts";
import { writeWhenFree } from "../../database/write-when-free.ts";
import type { Editor } from "../../editors/editor.ts";
import type { Document } from "../../library/document.ts";
import { checkMethods, turnsOf } from "../../listing/check.ts";
import { officeDay } from "../../places/office-day.ts";
import type { Program } from "../../programs/program.ts";
import type { Edition } from "../../site/edition.ts";
import { deskAddress, publicAddress } from "../../site/listing-address.ts";
import type { Context, Site } from "../../site/site.ts";
import { deskAction, withQuery } from "../../site/urls.ts";
import { Conflict, NotFound } from "../../web/errors.ts";
import { field, numberField } from "../../web/form.ts";
import { sayDate } from "../../words/dates.ts";
import { listingCheckKind, standingAt } from "../last-check.ts";
import { type ContactOnPage, contactsOnPage } from "../programs/program.ts";
import { type DeskAnswer, type DeskPage, deskPage } from "./desk-page.ts";
import type { FormError } from "./field.ts";
import { nameOfListing } from "./listings/listed.ts";
import type { DeskRoute } from "./route.ts";
import { signatureOf } from "./signature.ts";

/** The form to confirm that a listing is still right: views/desk/check.ejs, on its own page and on the listing's. */
export interface CheckView {
  heading: string;
  lead: string;
  /** When and how it was last checked, and when the next check is due. */
  last: string;
  action: string;
  /** The version shown: what somebody changes meanwhile was not checked. */
  version: number;
  how: { legend: string; error: string | null; options: { value: string; label: string; id: string; chosen: boolean }[] };
  found: { label: string; hint: string; value: string };
  send: string;
  changed: { label: string; href: string };
}

interface CheckPageView {
  title: string;
  check: CheckView;
  publicPage: { label: string; href: string };
  contacts: ContactOnPage[];
  links: { label: string; href: string }[];
  errors: FormError[];
}

/** What was typed into the form. */
interface Typed {
  how: string;
  found: string;
}

const nothingTyped: Typed = { how: "", found: "" };

/** A listing to check, and the list it is in. */
interface Checked {
  list: CatalogListName;
  listing: Program | Document;
}

/** Returns the routes to check one listing. */
export function checkRoutes(site: Site, edition: Edition): readonly DeskRoute[] {
  const path = edition.urls.deskCheck(":list", ":id");
  const ask = deskPage<CheckPageView>(site, edition, "desk/check-page", (context, req) => {
    return checkPage(context, listingOf(context, req), nothingTyped, null);
  });
  const take = deskPage<CheckPageView>(site, edition, "desk/check-page", takeCheck);
  return [
    { method: "get", path, role: "editor", handler: ask },
    { method: "post", path, role: "editor", handler: take, holdsTyped: true },
  ];
}

async function takeCheck(context: Context, req: Request, editor: Editor): Promise<DeskAnswer<CheckPageView>> {
  const { db, words, vocabulary } = context;
  const checked = listingOf(context, req);
  const { list, listing } = checked;
  const typed = { how: field(req, "how"), found: field(req, "found", 500) };
  const how = checkMethods.find((method) => method === typed.how);
  if (how === undefined) return { ...checkPage(context, checked, typed, words.deskWork.check.chooseHow), status: 422 };
  const check = {
    list,
    id: listing.id,
    how,
    found: typed.found || null,
    expected: numberField(req, "version"),
    ...signatureOf(context, editor),
  };
  try {
    await writeWhenFree(db, () => checkListing(db, vocabulary, check));
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return { ...checkPage(context, checked, typed, words.deskWork.check.outdated), status: 409 };
  }
  return { goTo: withQuery(context.urls.desk, { checked: nameOfListing(listing) }) };
}

/** Returns the empty form for a listing. */
export function checkView(context: Context, checked: Checked): CheckView {
  return formOf(context, checked, nothingTyped, null);
}

function checkPage(context: Context, checked: Checked, typed: Typed, error: string | null): DeskPage<CheckPageView> {
  const { words, urls } = context;
  const { list, listing } = checked;
  const title = words.deskWork.check.title(nameOfListing(listing));
  const check = formOf(context, checked, typed, error);
  return {
    title,
    readingCss: true,
    view: {
      title,
      check,
      publicPage: {
        label: words.deskWork.check.publicPage,
        href: publicAddress(urls, list, listing.id),
      },
      contacts: "contacts" in listing ? contactsOnPage(context, listing) : [],
      links: "links" in listing ? listing.links.map(({ kind, url }) => ({ label: words.document.read[kind], href: url })) : [],
      errors: error === null ? [] : [{ text: error, href: `#${check.how.options[0]!.id}` }],
    },
  };
}

function formOf(context: Context, { list, listing }: Checked, typed: Typed, error: string | null): CheckView {
  const { db, words, urls } = context;
  const said = words.deskWork.check;
  return {
    heading: said.heading,
    lead: said.lead,
    last: sayLast(context, listing),
    action: urls.deskCheck(list, listing.id),
    version: versionOfSubject(db, list, listing.id),
    how: {
      legend: said.how,
      error,
      options: checkMethods.map((value) => ({
        value,
        label: said.hows[value],
        id: `how-${value.replace(" ", "-")}`,
        chosen: value === typed.how,
      })),
    },
    found: { label: said.found, hint: said.foundHint, value: typed.found },
    send: said.send,
    changed: { label: said.changed, href: deskAction(deskAddress(urls, list, listing.id), "edit") },
  };
}

function sayLast(context: Context, listing: Program | Document): string {
  const { words, deskRules } = context;
  const said = words.deskWork.check;
  const { lastCheck } = listing;
  if (lastCheck === null) return said.never;
  const checked = said.last(sayDate(lastCheck.date, words), words.card.how[lastCheck.how]);
  if (standingAt(context, listing) !== "checked") return `${checked} ${words.program.checkDue.overdue}`;
  const [due] = turnsOf(lastCheck.date, listingCheckKind(listing), deskRules.checks);
  return `${checked} ${said.due(sayDate(officeDay(due), words))}`;
}

function listingOf({ db, vocabulary }: Context, req: Request): Checked {
  const list = catalogListNames.find((name) => name === req.params["list"]);
  const id = String(req.params["id"]);
  const listing = list === undefined ? null : catalogLists(vocabulary)[list].find(db, id);
  if (list === undefined || listing === null) throw new NotFound(id);
  return { list, listing };
}
