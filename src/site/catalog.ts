import { type Aliases, readAliases } from "../catalog/aliases.ts";
import { keepBuilt, readBuilt } from "../catalog/built.ts";
import { readCommonWords } from "../catalog/common-words.ts";
import { type Danger, readDangers } from "../catalog/dangers.ts";
import { type DeskRules, readDeskRules } from "../catalog/desk-rules.ts";
import { type Guidance, type HelpNow, type Prose, type ProseName, readGuidance, readHelpNow, readProse } from "../catalog/guidance.ts";
import { readHostsOfOthers } from "../catalog/hosts-of-others.ts";
import { type Phrasebooks, readPhrasebooks } from "../catalog/synonyms.ts";
import { readVocabulary } from "../catalog/vocabulary.ts";
import { type KnownFeed, readKnownFeeds } from "../feeds/known-feeds.ts";
import { facetValues, type Vocabulary } from "../listing/vocabulary.ts";

/** What the search knows of words: nine tenths of a catalog, and read when somebody first types any. */
export interface SearchLanguage {
  phrasebooks: Phrasebooks;
  /** Everyday words and their ranks. */
  commonWords: ReadonlyMap<string, number>;
}

/** What the catalog's files say beside its listings. */
export interface Catalog {
  vocabulary: Vocabulary;
  language(): SearchLanguage;
  guidance: Guidance;
  helpNow: HelpNow;
  prose: Readonly<Record<ProseName, Prose>>;
  /** What is said where words speak of danger, the most urgent first. */
  dangers: readonly Danger[];
  /** What people type in an address and no listing says of itself. */
  aliases: Aliases;
  /** The lists that fellowships are known to publish. */
  knownFeeds: readonly KnownFeed[];
  /** How long a check holds, and what else a county decides about its desk. */
  deskRules: DeskRules;
  /** The hosts whose pages are somebody else's, whatever they are about. */
  hostsOfOthers: readonly string[];
}

/** Reads and checks the files of a catalog. Throws a sentence that names the file and what to write instead. */
export function readCatalog(folder: string): Catalog {
  const vocabulary = readVocabulary(folder);
  const language = { phrasebooks: readPhrasebooks(folder, facetValues(vocabulary, "state")), commonWords: readCommonWords() };
  return {
    vocabulary,
    language: () => language,
    guidance: readGuidance(folder, vocabulary),
    helpNow: readHelpNow(folder),
    prose: readProse(folder, vocabulary),
    dangers: readDangers(folder),
    aliases: readAliases(folder, vocabulary),
    knownFeeds: readKnownFeeds(),
    deskRules: readDeskRules(),
    hostsOfOthers: readHostsOfOthers(folder),
  };
}

/** Keeps a catalog, for a start to read what the build has read and checked. */
export function keepCatalog({ language, ...texts }: Catalog): void {
  keepBuilt("catalog", texts);
  keepBuilt("language", language());
}

/** The catalog as the build read it. Throws where there is no build. */
export function builtCatalog(): Catalog {
  const texts = readBuilt("catalog")() as Omit<Catalog, "language">;
  const readLanguage = readBuilt("language");
  let language: SearchLanguage | null = null;
  return {
    ...texts,
    language() {
      language ??= readLanguage() as SearchLanguage;
      return language;
    },
  };
}
