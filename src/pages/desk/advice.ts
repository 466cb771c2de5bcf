import { type AnyListing, type CatalogListName, catalogLists } from "../../catalog/catalog-list.ts";
import type { Finding } from "../../catalog/verify/verify.ts";
import { editedByPeople } from "../../changes/edited-by-people.ts";
import type { RuleName } from "../../listing/waivers.ts";
import type { Context } from "../../site/site.ts";
import type { Words } from "../../words/words.ts";

/** What the catalog's checks find, as advice at the desk: reading level, undated numbers, long sentences and the like. */

/** What is worth a second look in a listing or a draft, one sentence each; nothing where it is none yet. */
export async function adviceOn(
  { db, vocabulary, hostsOfOthers, words }: Context,
  list: CatalogListName,
  draft: AnyListing,
): Promise<string[]> {
  const listing = catalogLists(vocabulary)[list].schema.safeParse(draft).data;
  if (listing === undefined) return [];
  const { adviseOn } = await loadAdvice();
  return adviseOn(db, hostsOfOthers, listing).map(({ rule, message }) => `${nameOfRule(words, rule)}: ${message}`);
}

/** What a rule finds, in a few words: "It reads above grade 9". */
export function nameOfRule({ deskListing }: Words, rule: RuleName): string {
  return deskListing.choices["waivers"]?.[rule] ?? rule;
}

const known = new WeakMap<Context["versions"], Finding[]>();

/**
 * What is found in listings that somebody has edited at the desk; those that only the catalog's files have written are checked before they
 * are taken into it. Kept until the data changes, because it takes a moment.
 */
export async function adviceOnEdited({ db, hostsOfOthers, versions }: Context): Promise<Finding[]> {
  const kept = known.get(versions);
  if (kept !== undefined) return kept;
  const { adviseOnListed } = await loadAdvice();
  const ids = { programs: editedByPeople(db, "programs"), documents: editedByPeople(db, "documents") };
  const found = ids.programs.size + ids.documents.size === 0 ? [] : adviseOnListed(db, hostsOfOthers, ids);
  known.set(versions, found);
  return found;
}

/** Only the desk needs what counts syllables and knows numbers. */
function loadAdvice() {
  return import("../../catalog/verify/advise.ts");
}
