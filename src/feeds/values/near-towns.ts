// cspell:ignore Bozeman
import { stateCodes } from "../../places/states.ts";
import { plainWords } from "../../places/town.ts";
import type { Gazetteer } from "../record.ts";
import { readState } from "./address.ts";
import { isGivenName, isNameAndWord } from "./person-words.ts";

/** Towns near a record's own, whose numbers a note may give: "Bozeman 406-555-0102". */

/** Whether words name a town nearby rather than a person. */
export type IsTown = (words: string) => boolean;

/** Without a place, any word may be a person's name. */
export const noTown: IsTown = () => false;

/** Longer texts name no town or state; the check runs for each name in a note. */
const maxLength = 80;

/**
 * Whether words name the record's own town, its state, or a town of its state that is not also a given name, as Sidney and Dillon in Montana
 * are.
 */
export function isTownNear(words: string, { city, state }: { city: string; state: string }, gazetteer: Gazetteer | undefined): boolean {
  const said = plainWords(words);
  if (said.length === 0 || city.length > maxLength || state.length > maxLength) return false;
  if (said.join(" ") === plainWords(city.split(",")[0]!).join(" ")) return true;
  const own = readState(state) ?? readState(city.split(",").slice(1).join(" "));
  if (own !== null && readState(words) === own) return true;
  const isName = said.length === 1 && (isGivenName(said[0]!) || isNameAndWord(said[0]!));
  return !isName && own !== null && gazetteer?.isTown(words, own) === true;
}

/** Whether a text goes on with a state, as after a town: "Sidney, MT". */
export const goesOnWithState = (text: string) => stateCodes.includes(text.match(/^, ?([A-Z]{2})(?!\p{L})/u)?.[1] ?? "");

/** Whether a word is the state after a town: "Kalispell, MT", "Billings MT". */
export const isStateBehind = (word: string, before: string) => stateCodes.includes(word) && /\p{Lu}\p{L}{2,20}[, ]{1,2}$/u.test(before);
