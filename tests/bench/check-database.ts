import Sqlite from "better-sqlite3";
import { type Database, openDatabase } from "../../src/database/open.ts";
import { searchMeetings } from "../../src/meetings/search.ts";
import { searchPrograms } from "../../src/programs/search.ts";
import { emptyFilter, type Filter } from "../../src/search/filter.ts";
import { builtCatalog } from "../../src/site/catalog.ts";
import type { Data } from "../../src/site/data.ts";
import { openSite } from "../../src/site/site.ts";
import { loadAssets } from "../../src/web/assets.ts";
import { settingsFor } from "../support/settings.ts";
import { now } from "./product.ts";

/** Whether a database and the index files beside it give right answers, whatever happened to the processes that wrote them. */

/** What somebody found in a database that was looked at as a start of the server does. */
export interface Found {
  /** What is wrong; null where all is right. */
  fault: string | null;
  /** The names of its meetings, each once, and how many meetings and programs there are. */
  names: string[];
  meetings: number;
  programs: number;
}

const questions: Partial<Filter>[] = [
  {},
  { q: "grange" },
  { q: "zebra" },
  { q: "lion noon" },
  { q: "smart recovery" },
  { chosen: { day: ["monday"] } },
  { chosen: { state: ["MT"] } },
  { chosen: { format: ["phone"] }, page: 2 },
];

/**
 * Opens the site over a database, with whatever index files are there, and asks it some questions. The right answers are those of a copy
 * in memory, whose indexes are always built anew.
 */
export function checkDatabase(file: string): Found {
  const db = openDatabase(file);
  try {
    const faults = [...(db.pragma("integrity_check") as { integrity_check: string }[])]
      .map((row) => row.integrity_check)
      .filter((line) => line !== "ok");
    if ((db.pragma("foreign_key_check") as unknown[]).length > 0) faults.push("a row points to nothing");
    const asked = answersOf(openData(db));
    const memory = new Sqlite(inMemory(db));
    const right = answersOf(openData(memory));
    memory.close();
    const wrong = questions.filter((_, at) => asked[at] !== right[at]);
    for (const question of wrong) faults.push(`wrong answer to ${JSON.stringify(question)}`);
    return {
      fault: faults[0] ?? null,
      names: db.prepare("SELECT DISTINCT name FROM meetings").pluck().all() as string[],
      meetings: db.prepare("SELECT count(*) FROM meetings").pluck().get() as number,
      programs: db.prepare("SELECT count(*) FROM programs").pluck().get() as number,
    };
  } finally {
    db.close();
  }
}

/** The bytes of a database, to be opened in memory: SQLite has no WAL there, so the header must not ask for one. */
function inMemory(db: Database): Buffer {
  const bytes = db.serialize();
  bytes.fill(1, 18, 20);
  return bytes;
}

function openData(db: Database): Data {
  return openSite(db, builtCatalog(), settingsFor("http://localhost"), loadAssets(), () => now).data;
}

function answersOf({ meetings, programs }: Data): string[] {
  return questions.map((question) => {
    const filter = { ...emptyFilter, ...question };
    const answers = [searchMeetings(meetings, { filter, from: null, night: null }, now), searchPrograms(programs, filter)];
    return JSON.stringify(answers.map(({ total, counts, take }) => [total, counts, take(0, 20)]));
  });
}
