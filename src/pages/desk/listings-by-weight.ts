import type { CatalogListName } from "../../catalog/catalog-list.ts";
import type { ListName } from "../../database/versions.ts";
import { findDocuments } from "../../library/find.ts";
import type { CheckKind, LastCheck } from "../../listing/check.ts";
import { findMeeting } from "../../meetings/find.ts";
import { checkKindOf } from "../../programs/check-kind.ts";
import { findPrograms } from "../../programs/find.ts";
import type { Program } from "../../programs/program.ts";
import type { Context } from "../../site/site.ts";
import { readWeight, weigh } from "./weight.ts";

/** A listing as the desk's lists show it. */
export interface DeskListing {
  list: CatalogListName;
  id: string;
  name: string;
  lastCheck: LastCheck | null;
  kind: CheckKind;
  isClosed: boolean;
  /** The number to call or text; null if there is none. */
  number: string | null;
  weight: number;
}

/** All listings, read once per desk page. */
export interface DeskListings {
  all: DeskListing[];
  programs: Program[];
  /** Returns the name of a subject and how much a mistake in it misleads; null if it is not listed. */
  find(list: ListName, id: string): Pick<DeskListing, "name" | "weight"> | null;
}

/** Reads all listings with their weights (weight.ts). */
export function readDeskListings({ db, vocabulary }: Context): DeskListings {
  const programs = findPrograms(db);
  const all = [
    ...programs.map((program, rank): DeskListing => {
      const { id, name, lastCheck, status, contacts } = program;
      const number = contacts.find(({ kind }) => kind === "call" || kind === "text")?.value ?? null;
      const kind = checkKindOf(program);
      return {
        list: "programs",
        id,
        name,
        lastCheck,
        kind,
        isClosed: status === "closed",
        number,
        weight: weigh(vocabulary, program, rank),
      };
    }),
    ...findDocuments(db).map(
      ({ id, title, lastCheck, links }): DeskListing => ({
        list: "documents",
        id,
        name: title,
        lastCheck,
        kind: "library",
        isClosed: false,
        number: null,
        weight: readWeight / links.length,
      }),
    ),
  ];
  const byId = new Map(all.map((listing) => [`${listing.list} ${listing.id}`, listing]));
  return {
    all,
    programs,
    find: (list, id) => {
      if (list !== "meetings") return byId.get(`${list} ${id}`) ?? null;
      const meeting = findMeeting(db, id);
      return meeting && { name: meeting.name, weight: readWeight };
    },
  };
}
