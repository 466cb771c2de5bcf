import * as z from "zod";
import { readJson } from "../read-json.ts";

/** How likely a state's abbreviation is an ordinary word: never ("ky"), sometimes ("pa"), mostly ("ok"), nearly always ("in"). */
export type AbbreviationKind = "plain" | "mayMeanElse" | "everyday" | "connecting";

/** Words that help to tell place names from other words, prepared for lookup. data/places/README.md explains each list. */
export interface PlaceWords {
  prepositions: ReadonlySet<string>;
  joining: ReadonlySet<string>;
  nouns: ReadonlySet<string>;
  directions: ReadonlySet<string>;
  fillers: ReadonlySet<string>;
  kindOf(abbreviation: string): AbbreviationKind;
  /** Names of towns that are also English words. */
  everydayTowns: ReadonlySet<string>;
}

/** Reads the lists. Throws if a file is invalid. */
export function readPlaceWords(): PlaceWords {
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
