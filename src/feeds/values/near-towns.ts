// cspell:ignore Bozeman
import { stateCodes } from "../../places/states.ts";
import { plainWords } from "../../places/town.ts";
import type { Gazetteer } from "../record.ts";
import { readState } from "./address.ts";
import { isGivenName, isNameAndWord } from "./person-words.ts";

/** Towns around a record's own, of which a note gives numbers: "Bozeman 406-555-0102". */

/** Whether words are a town near, and not somebody's name. */
export type IsTown = (words: string) => boolean;

/** Without a place every word may be somebody's name. */
export const noTown: IsTown = () => false;

/** What is longer names no town and no state, and is asked for each name in a note. */
const maxLength = 80;

/** Whether words name the record's own town, its state, or a town of its state that is nobody's given name: Sidney and Dillon are in Montana. */
export function isTownNear(words: string, { city, state }: { city: string; state: string }, gazetteer: Gazetteer | undefined): boolean {
  const said = plainWords(words);
  if (said.length === 0 || city.length > maxLength || state.length > maxLength) return false;
  if (said.join(" ") === plainWords(city.split(",")[0]!).join(" ")) return true;
  const own = readState(state) ?? readState(city.split(",").slice(1).join(" "));
  if (own !== null && readState(words) === own) return true;
  const isName = said.length === 1 && (isGivenName(said[0]!) || isNameAndWord(said[0]!));
  return !isName && own !== null && gazetteer?.isTown(words, own) === true;
}

/** Whether a word is the state behind a town: "Kalispell, MT", "Billings MT". */
export const isStateBehind = (word: string, before: string) => stateCodes.includes(word) && /\p{Lu}\p{L}{2,20}[, ]{1,2}$/u.test(before);
