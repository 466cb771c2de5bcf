import { join } from "node:path";
import * as z from "zod";
import { idSchema } from "../listing/fields.ts";
import { assignableIds, type Vocabulary } from "../listing/vocabulary.ts";
import { runTogether } from "../search/called.ts";
import { readPage } from "./read.ts";

/** Names that people type in addresses but no listing contains, and old ids: from each, normalized by `runTogether`, to the id it leads to. */
export interface Aliases {
  programs: ReadonlyMap<string, string>;
  library: ReadonlyMap<string, string>;
  places: ReadonlyMap<string, string>;
}

function aliasesSchema(vocabulary: Vocabulary) {
  return z.strictObject({
    programs: z.record(z.string(), idSchema),
    library: z.record(z.string(), idSchema),
    places: z.record(z.string(), z.enum(assignableIds(vocabulary, "state"))),
  });
}

/** Reads the aliases of a catalog. Throws an Error that names the file and the field. */
export function readAliases(folder: string, vocabulary: Vocabulary): Aliases {
  const { programs, library, places } = readPage(join(folder, "aliases.json"), aliasesSchema(vocabulary));
  const byTyped = (listed: Readonly<Record<string, string>>) =>
    new Map(Object.entries(listed).map(([typed, id]) => [runTogether(typed), id]));
  return { programs: byTyped(programs), library: byTyped(library), places: byTyped(places) };
}
