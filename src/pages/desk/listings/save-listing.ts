import type { AnyListing, CatalogListName } from "../../../catalog/catalog-list.ts";
import { editListing, type ListingEdit } from "../../../catalog/edit-listing.ts";
import { writeWhenFree } from "../../../database/write-when-free.ts";
import type { Editor } from "../../../editors/editor.ts";
import type { Outcome } from "../../../reports/report.ts";
import type { Context } from "../../../site/site.ts";

/** What an editor changes, and what they say of it. */
interface DeskEdit {
  list: CatalogListName;
  listing: AnyListing;
  kind: ListingEdit["kind"];
  expected: number;
  isPublic: boolean;
  why: string;
}

/** What is done in the transaction of an edit, such as settling the report that it answers. */
type Alongside = () => void;

/** Saves an edit by its editor. Throws Invalid and Conflict as editListing does. */
export async function saveListing(context: Context, editor: Editor, edit: DeskEdit, alongside: Alongside = () => undefined): Promise<void> {
  const { db, vocabulary } = context;
  await writeWhenFree(db, () => {
    editListing(db, vocabulary, { ...edit, why: edit.why || null, by: actorOf(editor), at: nowInIso(context) });
    alongside();
  });
}

/** The editor as the ledger names them. */
export function actorOf({ id, role }: Editor) {
  return { role, account: id };
}

/** How an editor settles a report; an empty reply is none. */
export function settlementBy<Came extends Outcome>(context: Context, editor: Editor, outcome: Came, reply: string) {
  return { outcome, reply: reply || null, at: nowInIso(context), by: actorOf(editor) };
}

/** Now, in ISO 8601. */
export function nowInIso({ now }: Context): string {
  return new Date(now).toISOString();
}
