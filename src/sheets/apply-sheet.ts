import { catalogLists } from "../catalog/catalog-list.ts";
import { editListing } from "../catalog/edit-listing.ts";
import { kindOfEdit } from "../catalog/kind-of-edit.ts";
import type { Actor } from "../changes/change.ts";
import type { Database } from "../database/open.ts";
import { fieldsIn } from "../listing/form/values.ts";
import type { Vocabulary } from "../listing/vocabulary.ts";
import { Conflict, Invalid } from "../web/errors.ts";
import type { KeptSheet } from "./keep-sheet.ts";
import { planSheet, type RowPlan } from "./plan-sheet.ts";
import { readSheet } from "./read-sheet.ts";
import { sheetShape } from "./sheet-shape.ts";

/** Who applies a sheet, and what they say about it. */
interface Taking {
  by: Actor;
  /** ISO 8601. */
  at: string;
  why: string | null;
  isPublic: boolean;
}

/** The outcome for the rows of a sheet, each by its plan: applied, or left with the reason. */
interface Applied {
  taken: RowPlan[];
  left: RowPlan[];
}

/**
 * Applies a sheet as previewed: each row that changes something is a separate edit, with the version that the preview compared. Rows whose
 * listing has changed since are returned in `left`.
 */
export function applySheet(db: Database, vocabulary: Vocabulary, { list, text, versions }: KeptSheet, taking: Taking): Applied {
  const applied: Applied = { taken: [], left: [] };
  const sheet = readSheet(sheetShape(vocabulary, list), text);
  if (sheet.kind !== "rows") return applied;
  for (const plan of planSheet(db, vocabulary, list, sheet)) {
    if (plan.kind === "unchanged") continue;
    if (plan.kind !== "added" && plan.kind !== "changed") applied.left.push(plan);
    else {
      const { number, id, listing } = plan;
      const expected = versions[id] ?? 0;
      const kept = takeRow(() => {
        const kind = kindOfEdit(catalogLists(vocabulary)[list].find(db, id), fieldsIn(listing));
        editListing(db, vocabulary, { ...taking, list, listing, kind, expected });
      });
      if (kept === null) applied.taken.push(plan);
      else applied.left.push({ number, id, ...kept });
    }
  }
  return applied;
}

/** Applies a row. Returns why it could not be applied; null if it was. */
function takeRow(
  take: () => void,
): { kind: "conflict"; fields: string[] } | { kind: "wrong"; faults: { field: string; message: string }[] } | null {
  try {
    take();
    return null;
  } catch (error) {
    if (error instanceof Conflict) return { kind: "conflict", fields: [] };
    if (error instanceof Invalid) return { kind: "wrong", faults: error.issues.map(({ path, message }) => ({ field: path, message })) };
    throw error;
  }
}
