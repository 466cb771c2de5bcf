import * as z from "zod";
import { readJson } from "../read-json.ts";

/** The words around places that tell a place from a word, as data/places/search-words.json lists them; data/places/README.md explains each. */
const schema = z.strictObject({
  prepositions: z.array(z.string()),
  joining: z.array(z.string()),
  nouns: z.array(z.string()),
  directions: z.array(z.string()),
  fillers: z.array(z.string()),
  abbreviationsThatAreWords: z.strictObject({
    mayMeanElse: z.array(z.string()),
    everyday: z.array(z.string()),
    connecting: z.array(z.string()),
  }),
});

/** How likely an abbreviation of a state is a word: never ("ky"), sometimes ("pa"), mostly ("ok"), nearly always ("in"). */
export type AbbreviationKind = "plain" | "mayMeanElse" | "everyday" | "connecting";

/** The lists, ready to look up. */
export interface PlaceWords {
  prepositions: ReadonlySet<string>;
  joining: ReadonlySet<string>;
  nouns: ReadonlySet<string>;
  directions: ReadonlySet<string>;
  fillers: ReadonlySet<string>;
  kindOf(abbreviation: string): AbbreviationKind;
  /** Names of towns that are words of English too. */
  everydayTowns: ReadonlySet<string>;
}

/** Reads the lists. Throws what is wrong with a file. */
export function readPlaceWords(): PlaceWords {
  const { abbreviationsThatAreWords, prepositions, joining, nouns, directions, fillers } = schema.parse(readJson("search-words.json"));
  const kinds = new Map(
    (["mayMeanElse", "everyday", "connecting"] as const).flatMap((kind) =>
      abbreviationsThatAreWords[kind].map((word) => [word, kind] as const),
    ),
  );
  return {
    prepositions: new Set(prepositions),
    joining: new Set(joining),
    nouns: new Set(nouns),
    directions: new Set(directions),
    fillers: new Set(fillers),
    kindOf: (abbreviation) => kinds.get(abbreviation) ?? "plain",
    everydayTowns: new Set(z.array(z.string()).parse(readJson("everyday-towns.json"))),
  };
}
