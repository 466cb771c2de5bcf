import { cardsAt } from "../search/cards.ts";
import type { OpenCollection } from "../search/collection.ts";
import type { Database } from "../database/open.ts";
import { eachBit, noBits } from "../search/facets/bits.ts";
import type { ProgramCard } from "./card.ts";
import { closedReach } from "./facets.ts";
import type { Program } from "./program.ts";

/** One program, whole; null when there is none of that id. */
export function findProgram(db: Database, id: string): Program | null {
  const listing = db.prepare("SELECT listing FROM programs WHERE id = ?").pluck().get(id) as string | undefined;
  return listing === undefined ? null : (JSON.parse(listing) as Program);
}

/** The programs added or checked last, newest first. */
export function lateProgramCards(db: Database, count: number): ProgramCard[] {
  const cards = db
    .prepare("SELECT card FROM programs WHERE reach < ? ORDER BY touched DESC, reach, name LIMIT ?")
    .pluck()
    .all(closedReach, count) as string[];
  return cards.map((card) => JSON.parse(card) as ProgramCard);
}

/** The ids of all programs, for the site map. */
export function programIds(db: Database): string[] {
  return db.prepare("SELECT id FROM programs ORDER BY id").pluck().all() as string[];
}

/** Every program that carries this facet value itself and has not closed, by ease of reach. */
export function programCardsWith(programs: OpenCollection, facet: string, value: string): ProgramCard[] {
  const positions: number[] = [];
  eachBit(programs.index.own.get(`${facet} ${value}`) ?? noBits(0), (position) => void positions.push(position));
  return cardsAt<ProgramCard>(programs, positions).filter(({ status }) => status !== "closed");
}

/** What the programs that have not closed are called, easiest to reach first. */
export function programNames(db: Database): string[] {
  return db.prepare("SELECT name FROM programs WHERE reach < ? ORDER BY reach, name").pluck().all(closedReach) as string[];
}
