import { type AnyListing, type CatalogListName, catalogLists } from "../../catalog/catalog-list.ts";
import type { Finding } from "../../catalog/verify/verify.ts";
import { editedByPeople } from "../../changes/edited-by-people.ts";
import type { RuleName } from "../../listing/waivers.ts";
import type { Context } from "../../site/site.ts";
import type { Words } from "../../words/words.ts";

/** What breaks the catalog's rules, as advice at the desk: reading level, undated numbers, long sentences and so on. */

/** Returns what is worth a second look in a listing or a draft, one sentence each; nothing if it is not a valid listing. */
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

/** Returns a rule's finding in a few words: "It reads above grade 9". */
export function nameOfRule({ deskListing }: Words, rule: RuleName): string {
  return deskListing.choices["waivers"]?.[rule] ?? rule;
}

const known = new WeakMap<Context["versions"], Finding[]>();

/**
 * Returns findings in listings edited at the desk; those written only by catalog files are checked before import. Cached until the data
 * changes, because it takes a moment.
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

/** Loads the rules on demand: only the desk needs the code that counts syllables and knows numbers. */
function loadAdvice() {
  return import("../../catalog/verify/advise.ts");
}
