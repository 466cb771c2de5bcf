import type { AnyListing, CatalogListName } from "../../../catalog/catalog-list.ts";
import { editListing, type ListingEdit } from "../../../catalog/edit-listing.ts";
import { writeWhenFree } from "../../../database/write-when-free.ts";
import type { Editor } from "../../../editors/editor.ts";
import type { Context } from "../../../site/site.ts";
import { signatureOf } from "../signature.ts";

/** An editor's change, and what they say about it. */
interface DeskEdit {
  list: CatalogListName;
  listing: AnyListing;
  kind: ListingEdit["kind"];
  expected: number;
  isPublic: boolean;
  why: string;
}

/** Work in the transaction of an edit, such as settling the report that it answers. */
type Alongside = () => void;

/** Saves an editor's change. Throws Invalid and Conflict like editListing. */
export async function saveListing(context: Context, editor: Editor, edit: DeskEdit, alongside: Alongside = () => undefined): Promise<void> {
  const { db, vocabulary } = context;
  await writeWhenFree(db, () => {
    editListing(db, vocabulary, { ...edit, why: edit.why || null, ...signatureOf(context, editor) });
    alongside();
  });
}
