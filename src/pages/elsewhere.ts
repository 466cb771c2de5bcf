import type { Request } from "express";
import { isUnlisted } from "../changes/unlisted.ts";
import { searchDocuments } from "../library/search.ts";
import { facetValues } from "../listing/vocabulary.ts";
import { findPlaces } from "../places/find.ts";
import { stateNamed } from "../places/states.ts";
import { plainWords } from "../places/town.ts";
import { searchPrograms } from "../programs/search.ts";
import { idsCalled, runTogether } from "../search/called.ts";
import { cardsById } from "../search/cards.ts";
import { emptyFilter, type Filter } from "../search/filter.ts";
import { wordsOf } from "../search/words/text.ts";
import type { Context } from "../site/site.ts";
import { filterUrl } from "../site/urls.ts";
import { Gone, Moved, NotFound, type WayOn } from "../web/errors.ts";
import { inLanguage } from "../words/languages.ts";
import { stateName } from "./results/state-name.ts";

/**
 * What an address without a listing may mean. The page of one listing throws these: Moved if what was typed can mean only one thing, Gone if
 * it was taken off the site, otherwise NotFound with all that it may mean.
 */

/** Number of suggestions if a search has to guess. */
const maxGuesses = 3;

/** Finds a program by another name, another spelling or a former id. */
export function programElsewhere(context: Context, req: Request<{ id: string }>): Moved | Gone | NotFound {
  const { db, aliases, programs, words, urls } = context;
  const { id: typed } = req.params;
  if (isUnlisted(db, "programs", typed)) return new Gone(typed);
  const links = (cards: readonly { id: string; name: string }[]) => cards.map(({ id, name }) => ({ label: name, href: urls.program(id) }));
  const alias = aliases.programs.get(runTogether(typed));
  const meant = links(cardsById(programs, alias ? [alias] : idsCalled(db, "programs", typed)));
  if (meant.length > 0) return movedOrMeant(req, typed, meant);
  const filter = searchFor(typed);
  const answer = searchPrograms(programs, filter);
  const search = { label: words.errors.searchFor(filter.q), href: filterUrl(urls.programs, programs, filter) };
  return new NotFound(typed, filter.q === "" || answer.total === 0 ? [] : [...links(answer.take(0, maxGuesses)), search]);
}

/** Finds a guide or a study by its title or a former id. */
export function documentElsewhere(context: Context, req: Request<{ id: string }>): Moved | Gone | NotFound {
  const { db, aliases, documents, words, urls } = context;
  const { id: typed } = req.params;
  if (isUnlisted(db, "documents", typed)) return new Gone(typed);
  const links = (cards: readonly { id: string; title: string }[]) =>
    cards.map(({ id, title }) => ({ label: title, href: urls.document(id) }));
  const alias = aliases.library.get(runTogether(typed));
  const meant = links(cardsById(documents, alias ? [alias] : idsCalled(db, "documents", typed)));
  if (meant.length > 0) return movedOrMeant(req, typed, meant);
  const filter = searchFor(typed);
  const answer = searchDocuments(documents, filter);
  const search = { label: words.errors.searchFor(filter.q), href: filterUrl(urls.library, documents, filter) };
  return new NotFound(typed, filter.q === "" || answer.total === 0 ? [] : [...links(answer.take(0, maxGuesses)), search]);
}

/** Returns the error for a meeting that no list has any more, or that an editor has taken off. */
export function meetingElsewhere({ db }: Context, id: string): Gone | NotFound {
  return isUnlisted(db, "meetings", id) ? new Gone(id) : new NotFound(id);
}

/** Finds a state by its name or an older abbreviation; for a town or ZIP code, suggests its state and the meetings near it. */
export function placeElsewhere(context: Context, req: Request<{ state: string }>): Moved | NotFound {
  const { db, words, urls, meetings } = context;
  const { state: typed } = req.params;
  const state = stateMeant(context, typed);
  if (state) return movedOrMeant(req, typed, [stateLink(context, state)]);
  const places = findPlaces(db, wordsOf(typed).join(" "), maxGuesses);
  const near = places.map(({ label }) => ({
    label: words.results.place.meetingsNear(label),
    href: filterUrl(urls.meetings, meetings, { ...emptyFilter, parameters: { near: label } }),
  }));
  const states = new Set(places.map((place) => place.state));
  const known = facetValues(context.vocabulary, "state").filter(({ id }) => states.has(id));
  return new NotFound(typed, [...known.map(({ id }) => stateLink(context, id)), ...(meetings.rows.length > 0 ? near : [])]);
}

/** Returns the one state that can be meant: by its name, ignoring spaces, by what the synonyms call a state, or by an alias. */
function stateMeant({ aliases, vocabulary, programs }: Context, typed: string): string | null {
  const plain = wordsOf(typed).join(" ");
  const known = facetValues(vocabulary, "state");
  const named = known.find(({ label }) => runTogether(inLanguage(label, "en")) === runTogether(typed));
  const said = [
    aliases.places.get(runTogether(typed)),
    named?.id,
    stateNamed(plainWords(typed).join(" ")),
    programs.lexicon.phrasebook.rules.get(plain)?.filter["state"],
  ];
  return said.find((id) => known.some((state) => state.id === id)) ?? null;
}

function stateLink(context: Context, id: string): WayOn {
  return { label: stateName(context, id), href: context.urls.place(id) };
}

/** Returns Moved if there is one meaning, keeping the query string; the target is always on this site. */
function movedOrMeant({ originalUrl }: Pick<Request, "originalUrl">, typed: string, meant: readonly WayOn[]): Moved | NotFound {
  const [only, another] = meant;
  const [, ...query] = originalUrl.split("?");
  return only && !another ? new Moved([only.href, ...query].join("?")) : new NotFound(typed, meant);
}

function searchFor(typed: string): Filter {
  return { ...emptyFilter, q: wordsOf(typed).join(" ") };
}
