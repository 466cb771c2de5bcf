import { join } from "node:path";
import { fillDatabase } from "../../src/catalog/fill.ts";
import { catalogFolder, readListings } from "../../src/catalog/read.ts";
import { type Database, openDatabase } from "../../src/database/open.ts";
import { facetValue } from "../../src/listing/vocabulary.ts";
import { type Contact, type Program, programSchema } from "../../src/programs/program.ts";
import { saveProgram } from "../../src/programs/save.ts";
import { loadAssets } from "../../src/web/assets.ts";
import type { Text } from "../../src/words/languages.ts";
import { recordChange } from "../support/record-change.ts";
import { vocabulary } from "../support/vocabulary.ts";
import { type Chance, chanceFrom } from "./random.ts";

/** Made-up programs in any number: the real ones' texts and facets, dealt anew over places that do not exist. */

/** States by how many people live there, most first: where a made-up program is more likely to be. */
const states =
  "CA TX FL NY PA IL OH GA NC MI NJ VA WA AZ TN MA IN MO MD WI CO MN SC AL LA KY OR OK CT UT IA NV AR MS KS NM NE ID WV HI NH ME MT RI DE SD ND AK DC VT WY".split(
    " ",
  );
const groupNames =
  "New Hope,Serenity,Courage to Change,One Day at a Time,Back Road,Clear Water,Second Wind,Open Door,Porch Talk,Sunrise,Nooners,Happy Hour,Grain Bin,Cottonwood,Lifeline,Keep Coming Back,Rule 62,Wednesday Night,Women in Recovery,Young at Heart,Bluegrass,Prairie Fire,Quiet Hour,Common Ground,Honest Start,High Country,River Bend,Steel Town,Bridge,Lantern".split(
    ",",
  );
const kinds = "Group,Meeting,Fellowship,Support Group,Circle,Recovery Center,Peer Line,Family Group,Step Study,Home Group".split(",");
const townStarts =
  "Green,Spring,Oak,Cedar,Mill,Stone,Fair,Clay,Black,Ash,Brook,Elk,Maple,Frank,Madi,Harris,Jeffer,Wash,Lin,Burl,Clin,Marsh,Wood,River,Silver,Pine,Buffalo,Eagle,Red,White".split(
    ",",
  );
const townEnds =
  "field,ville,ton,burg,wood,port,dale,view,ford,creek,son,land,mont,grove, Falls, Springs, Junction, City, Lake, Ridge".split(",");

const schema = programSchema(vocabulary);

/** The real programs, which the made-up ones are dealt from. */
export function realPrograms(): Program[] {
  return readListings(join(catalogFolder, "programs"), schema).listings;
}

/**
 * Fills a new database file with the real catalog and `count` made-up programs; the same seed makes the same ones. The server
 * takes it as filled from the catalog already, so it leaves them in.
 */
export function generateDatabase(file: string, count: number, seed = 1): void {
  const db = openDatabase(file);
  fillDatabase(db, loadAssets().build, "2026-01-01T00:00:00.000Z");
  if (count > 0) db.transaction(() => addPrograms(db, count, chanceFrom(seed)))();
  // Nothing left to the side: whoever opens the file next finds it as an operator's would be found after a restart.
  db.pragma("wal_checkpoint(TRUNCATE)");
  db.close();
}

function addPrograms(db: Database, count: number, chance: Chance): void {
  const real = realPrograms().filter(({ status }) => status !== "closed");
  for (let number = 1; number <= count; number++) saveProgram(db, vocabulary, schema.parse(madeUp(number, real, chance)));
  recordChange(db, "programs");
}

/** One program: who runs it and how one joins come from one real program, its texts from several. */
function madeUp(number: number, real: readonly Program[], chance: Chance): Program {
  const like = chance.pick(real);
  const other = () => chance.pick(real);
  const where = chance.happens(0.05) ? "nationwide" : [...new Set(statesOf(chance))];
  const town = chance.pick(townStarts) + chance.pick(townEnds);
  const local = where !== "nationwide" && where.length === 1;
  const name = `${chance.pick(groupNames)} ${chance.pick(kinds)}`;
  return {
    ...like,
    id: `made-up-${number}`,
    name: local ? `${name}, ${town}` : `${name} of ${town}`,
    alsoKnownAs: chance.happens(0.2) ? [`${town} ${chance.pick(kinds)}`] : [],
    operator: chance.happens(0.5) ? like.operator : `${town} Recovery Council`,
    summary: local ? inTown(other().summary, town, where[0]!) : other().summary,
    description: other().description.map((text, at) => other().description[at] ?? text),
    whoFor: other().whoFor,
    nextStep: other().nextStep,
    contacts: like.contacts.map((contact) => ownNumber(contact, chance)),
    facets: { ...like.facets, help: chance.happens(0.3) ? other().facets.help : like.facets.help, ...oneFacetOf(other(), chance) },
    states: where,
    place: local ? town : null,
    cost: other().cost,
    howOften: other().howOften,
    ruralNotes: chance.happens(0.4) ? other().ruralNotes : null,
    doubts: other().doubts,
    status: chance.happens(0.85) ? "active" : chance.happens(0.8) ? "unconfirmed" : "closed",
    added: day(chance),
    lastCheck: chance.happens(0.4) ? { date: day(chance), how: chance.pick(["phone", "website"]), role: "volunteer" } : null,
  };
}

/** Mostly one state; a twelfth serves a few. */
function statesOf(chance: Chance): string[] {
  const several = chance.happens(0.08) ? 1 + chance.below(4) : 0;
  return Array.from({ length: 1 + several }, () => chance.pickEarly(states));
}

/** So that words find places, as they would. */
function inTown({ en }: Text, town: string, state: string): Text {
  const label = facetValue(vocabulary, "state", state)?.label.en ?? state;
  return { en: `${en.replace(/[.!?]$/, "")}, in ${town}, ${label}.` };
}

function ownNumber(contact: Contact, chance: Chance): Contact {
  if (contact.kind !== "call" || chance.happens(0.3)) return contact;
  return { ...contact, value: `+1${201 + chance.below(788)}555${String(chance.below(10_000)).padStart(4, "0")}`, vanity: null };
}

/** Now and then one facet as another program has it, so that the values do not only come in the real combinations. */
function oneFacetOf({ facets }: Program, chance: Chance): Partial<Program["facets"]> {
  if (chance.happens(0.5)) return {};
  const name = chance.pick(["access", "format", "frequency", "language"] as const);
  return { [name]: facets[name] };
}

function day(chance: Chance): string {
  return new Date(Date.UTC(2023, 0, 1 + chance.below(1000))).toISOString().slice(0, 10);
}
