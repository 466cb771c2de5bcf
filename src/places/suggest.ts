import type { Database } from "../database/open.ts";
import { statement } from "../database/statements.ts";
import { editDistance } from "../search/words/edit-distance.ts";
import { type FoundPlace, findCountiesAsPlaces, findTowns, findZip } from "./find.ts";
import { type PlaceQuery, readPlace, type TownQuery } from "./read-place.ts";
import { zipsOneSlipFrom } from "./zip-typos.ts";

const maxSuggestions = 5;

/** Returns up to five places that a mistyped ZIP code or town, or a town without its state, may mean; likeliest first. Each can be found. */
export function suggestPlaces(db: Database, near: string): string[] {
  const asked = readPlace(near);
  return asked.digits ? suggestZips(db, asked.digits) : suggestTowns(db, asked);
}

/** ZIP codes of military post: valid, but not places to be near. */
const military = /^(09[0-8]|340|96[2-6])\d\d$/;

/** Suggests ZIP codes one typo away, then the nearest with the same first three digits. */
function suggestZips(db: Database, digits: string): string[] {
  if (military.test(digits)) return [];
  const slipped = zipsOneSlipFrom(digits);
  const found = [...slipped, ...(slipped.length === 0 ? [] : neighborsOf(db, digits))].map((zip) => findZip(db, zip)?.label ?? null);
  return [...new Set(found.filter((label) => label !== null))].slice(0, maxSuggestions);
}

function neighborsOf(db: Database, digits: string): string[] {
  const region = digits.slice(0, 3);
  return db
    .prepare<[string, string, number, number], string>("SELECT zip FROM places WHERE zip BETWEEN ? AND ? ORDER BY abs(zip - ?) LIMIT ?")
    .pluck()
    .all(`${region}00`, `${region}99`, Number(digits.padEnd(5, "0").slice(0, 5)), maxSuggestions);
}

/** Suggests towns with a similar name in the given state, then those with exactly that name in any; if there are none, similar names in any. */
function suggestTowns(db: Database, { towns, beforeComma, onlyState }: PlaceQuery): string[] {
  const names = new Set(towns.map(({ town }) => town));
  const anywhere = [...(beforeComma ? names.add(beforeComma) : names)].map((town) => ({ town, state: null }));
  const sure = [
    ...towns.filter(({ state }) => state).flatMap((asked) => likeNamed(db, asked)),
    ...anywhere.flatMap((asked) => [...findTowns(db, asked), ...findCountiesAsPlaces(db, asked)]),
  ];
  const found = sure.length > 0 || onlyState ? sure : anywhere.flatMap((asked) => likeNamed(db, asked));
  return [...new Set(found.map(({ label }) => label))].slice(0, maxSuggestions);
}

/** Returns towns at most two edits away (one for a short name): nearest first, then with the same first letter, then the larger. */
function likeNamed(db: Database, asked: TownQuery): FoundPlace[] {
  const maxDistance = asked.town.length < 5 ? 1 : 2;
  return candidates(db, asked, maxDistance)
    .map((candidate) => ({ ...candidate, slips: editDistance(asked.town, candidate.town, maxDistance) }))
    .filter(({ slips }) => slips <= maxDistance)
    .map((candidate) => ({ ...candidate, cost: candidate.slips * 2 + (candidate.town[0] === asked.town[0] ? 0 : 1) }))
    .sort((a, b) => a.cost - b.cost || b.zips - a.zips)
    .slice(0, maxSuggestions)
    .flatMap((candidate) => findTowns(db, candidate));
}

interface Candidate extends TownQuery {
  /** Number of ZIP codes: the only measure of its size here. */
  zips: number;
}

/** Without a state, returns only towns that begin with its first or second letter: all of the country is too much to compare with. */
function candidates(db: Database, { town, state }: TownQuery, maxDistance: number): Candidate[] {
  const lengths = [town.length - maxDistance, town.length + maxDistance];
  const towns = "SELECT folded AS town, state, zips FROM towns";
  const found = state
    ? statement(db, `${towns} WHERE state = ? AND letters BETWEEN ? AND ? ORDER BY folded, state`).all(state, ...lengths)
    : statement(db, `${towns} WHERE substr(folded, 1, 1) IN (?, ?) AND letters BETWEEN ? AND ? ORDER BY folded, state`).all(
        town[0],
        town[1],
        ...lengths,
      );
  return found as Candidate[];
}
