import type { Database } from "../database/open.ts";
import { cardsAt } from "../search/cards.ts";
import { taggedWith } from "../search/facets/counts.ts";
import type { ProgramCard } from "./card.ts";
import { closedEase, easiestFirst } from "./ease.ts";
import type { OpenPrograms } from "./open.ts";
import type { Program } from "./program.ts";

/** Returns a complete program; null when none has this id. */
export function findProgram(db: Database, id: string): Program | null {
  const body = db.prepare("SELECT body FROM programs WHERE id = ?").pluck().get(id) as string | undefined;
  return body === undefined ? null : (JSON.parse(body) as Program);
}

/** Returns all programs, complete, the easiest to reach first and closed ones last. */
export function findPrograms(db: Database): Program[] {
  const bodies = db.prepare("SELECT body FROM programs ORDER BY ease, name COLLATE NOCASE").pluck().all() as string[];
  return bodies.map((body) => JSON.parse(body) as Program);
}

/** Returns the ids of all programs. */
export function programIds(db: Database): string[] {
  return db.prepare("SELECT id FROM programs ORDER BY id").pluck().all() as string[];
}

/** Returns the name of each program, by its id. */
export function programNamesById(db: Database): ReadonlyMap<string, string> {
  return new Map(db.prepare("SELECT id, name FROM programs ORDER BY name").raw().all() as [string, string][]);
}

/** Returns all programs by name, as table rows; `text` is the folded text that they are found by. */
export function programEntries(db: Database): { id: string; name: string; status: string; checked: string | null; text: string }[] {
  return db
    .prepare("SELECT id, name, body ->> '$.status' AS status, body ->> '$.lastCheck.date' AS checked, text FROM programs ORDER BY name")
    .all() as ReturnType<typeof programEntries>;
}

/** Returns the open programs tagged directly with this facet value: those for anybody first, then the easiest to reach. */
export function programCardsWith(programs: OpenPrograms, facet: string, value: string): ProgramCard[] {
  const positions = easiestFirst(programs, taggedWith(programs.facetIndex, facet, value));
  const open = cardsAt(programs, positions).filter(({ status }) => status !== "closed");
  return open.sort((a, b) => Number(isForFew(a)) - Number(isForFew(b)));
}

function isForFew({ scope }: ProgramCard): boolean {
  return scope.who === "some";
}

/** Returns the names of the programs that have not closed, easiest to reach first. */
export function programNames(db: Database): string[] {
  return db.prepare("SELECT name FROM programs WHERE ease < ? ORDER BY ease, name").pluck().all(closedEase) as string[];
}
