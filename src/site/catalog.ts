import { type Aliases, readAliases } from "../catalog/aliases.ts";
import { keepBuilt, readBuilt } from "../catalog/built.ts";
import { readCommonWords } from "../catalog/common-words.ts";
import { type Danger, readDangers } from "../catalog/dangers.ts";
import { type DeskRules, readDeskRules } from "../catalog/desk-rules.ts";
import { type Guidance, readGuidance } from "../catalog/guidance.ts";
import { type HelpNow, readHelpNow } from "../catalog/help-now.ts";
import { readHostsOfOthers } from "../catalog/hosts-of-others.ts";
import { type Prose, type ProseName, readProse } from "../catalog/prose.ts";
import { type Phrasebooks, readPhrasebooks } from "../catalog/synonyms.ts";
import { readVocabulary } from "../catalog/vocabulary.ts";
import { type KnownFeed, readKnownFeeds } from "../feeds/known-feeds.ts";
import { facetValues, type Vocabulary } from "../listing/vocabulary.ts";

/** The search's knowledge of words: nine tenths of a catalog, read when words are first typed. */
export interface SearchLanguage {
  phrasebooks: Phrasebooks;
  /** Everyday words and their ranks. */
  commonWords: ReadonlyMap<string, number>;
}

/** The content of the catalog's files other than its listings. */
export interface Catalog {
  vocabulary: Vocabulary;
  language(): SearchLanguage;
  guidance: Guidance;
  helpNow: HelpNow;
  prose: Readonly<Record<ProseName, Prose>>;
  /** Notices for words that indicate danger, the most urgent first. */
  dangers: readonly Danger[];
  /** What people type in an address that no listing has as a name. */
  aliases: Aliases;
  /** The lists that fellowships are known to publish. */
  knownFeeds: readonly KnownFeed[];
  /** How long a check holds, and other rules that a county sets for its desk. */
  deskRules: DeskRules;
  /** Hosts whose pages always belong to somebody else, not to the program they describe. */
  hostsOfOthers: readonly string[];
}

/** Reads and validates the files of a catalog. Throws an error that names the file and what to write instead. */
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

/** Writes a validated catalog for `builtCatalog`, as part of the build. */
export function keepCatalog({ language, ...texts }: Catalog): void {
  keepBuilt("catalog", texts);
  keepBuilt("language", language());
}

/** Returns the catalog that the build wrote. Throws where there is no build. */
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
