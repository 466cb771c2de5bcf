import type { RequestHandler } from "express";
import type { CatalogListName } from "../../../catalog/catalog-list.ts";
import { findUnlisted } from "../../../changes/unlisted.ts";
import { documentEntries } from "../../../library/find.ts";
import { programEntries } from "../../../programs/find.ts";
import { fold, wordsOf } from "../../../search/words/text.ts";
import type { Edition } from "../../../site/edition.ts";
import { deskAddress } from "../../../site/listing-address.ts";
import type { Context, Site } from "../../../site/site.ts";
import { sayDate } from "../../../words/dates.ts";
import { deskPage } from "../desk-page.ts";

interface FindListingView {
  heading: string;
  address: string;
  typed: string;
  found: string;
  newListing: { label: string; href: string };
  rows: { name: string; id: string; href: string; status: string; checked: string }[];
}

/** A listing as the table has it. */
interface Entry {
  id: string;
  name: string;
  status: string;
  /** The day of the last check; null if it was never checked. */
  checked: string | null;
  /** The text that is searched. */
  text: string;
}

/** Maximum number of rows, which fit on one page. */
const maxRows = 50;

/** Serves the page where an editor finds a listing: a search box and a table. */
export function findListingPage(site: Site, edition: Edition, list: CatalogListName): RequestHandler {
  return deskPage<FindListingView>(site, edition, "desk/listings/find", (context, req) => {
    const { words, urls } = context;
    const { find } = words.deskListing;
    const { q } = req.query;
    const typed = typeof q === "string" ? q.slice(0, 200) : "";
    const found = entriesOf(context, list).filter((entry) => hasWords(entry, typed));
    const heading = list === "programs" ? find.programs : find.library;
    const rows = found.slice(0, maxRows).map((entry) => rowOf(context, list, entry));
    const newListing = { label: list === "programs" ? find.newProgram : find.newDocument, href: deskAddress(urls, list, "new") };
    const address = list === "programs" ? urls.deskPrograms : urls.deskLibrary;
    const said = found.length === 0 ? find.none : find.found(rows.length, found.length);
    return { title: heading, view: { heading, address, typed, found: said, newListing, rows } };
  });
}

/** Returns everything that is listed, by name, and what must not be listed. */
function entriesOf({ db }: Context, list: CatalogListName): Entry[] {
  const listed = list === "programs" ? programEntries(db) : documentEntries(db);
  const unlisted = findUnlisted(db).filter((one) => one.list === list);
  return [
    ...listed,
    ...unlisted.map(({ subject, why }) => ({
      id: subject,
      name: subject,
      status: "unlisted",
      checked: null,
      text: fold(`${subject} ${why}`),
    })),
  ];
}

/** Whether every typed word is a word of the listing or its beginning; a phone number matches by its digits. */
function hasWords({ id, name, text }: Entry, typed: string): boolean {
  const words = wordsOf(`${id} ${name} ${text}`);
  const digits = typed.replace(/\D/g, "");
  if (digits.length >= 7 && digits.length >= typed.replace(/\s/g, "").length / 2) return text.includes(digits.replace(/^1(?=\d{10}$)/, ""));
  return wordsOf(typed).every((word) => words.some((other) => other.startsWith(word)));
}

function rowOf({ words, urls }: Context, list: CatalogListName, { id, name, status, checked }: Entry): FindListingView["rows"][number] {
  const { find, listing } = words.deskListing;
  return {
    name,
    id,
    href: deskAddress(urls, list, id),
    status: listing.stateOf[status] ?? status,
    checked: checked === null ? find.neverChecked : sayDate(checked, words),
  };
}
