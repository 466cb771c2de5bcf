import { randomUUID } from "node:crypto";
import { writeSync } from "node:fs";
import { editListing } from "../../src/catalog/edit-listing.ts";
import { catalogFolder } from "../../src/catalog/read.ts";
import { readVocabulary } from "../../src/catalog/vocabulary.ts";
import { versionOfSubject } from "../../src/changes/append.ts";
import { openDatabase } from "../../src/database/open.ts";
import { announceLinks } from "../../src/links/announce.ts";
import { recordLook } from "../../src/links/state.ts";
import { findProgram, programIds } from "../../src/programs/find.ts";
import { chanceFrom } from "./random.ts";

/**
 * Edits and checks programs and looks at links until it is killed. Each edit is said when it is confirmed, and no sooner: its id and its
 * program, a line each.
 */
export function editForEver(file: string): never {
  const db = openDatabase(file);
  const vocabulary = readVocabulary(catalogFolder);
  const chance = chanceFrom(process.pid);
  const ids = programIds(db);
  for (;;) {
    const subject = chance.pick(ids);
    const program = findProgram(db, subject)!;
    const id = randomUUID();
    const isCheck = chance.happens(0.3);
    editListing(db, vocabulary, {
      list: "programs",
      listing: isCheck ? program : { ...program, doubts: [{ en: `Edit ${id}.` }] },
      kind: isCheck ? "checked" : "changed",
      expected: versionOfSubject(db, "programs", subject),
      ...{ id, by: { role: "editor", account: "bench" }, at: "2026-11-30T12:00:00.000Z", why: null, isPublic: false },
    });
    writeSync(1, `${id} ${subject}\n`);
    recordLook(db, program.sources[0]!.url, { verdict: "gone", movedTo: null, detail: "404" }, "2026-11-30T12:00:00.000Z");
    if (chance.happens(0.1)) announceLinks(db, "2026-11-30T12:00:00.000Z");
  }
}
