import type { Answer } from "../../search/answer.ts";
import type { Facet } from "../../search/facets/counts.ts";
import { type Filter, toggle } from "../../search/filter.ts";
import { inLanguage } from "../../words/languages.ts";
import { type ListPage, urlOf } from "./list-page.ts";

/** A facet with its options, as in every format: HTML, JSON and any other. */
export interface FacetView {
  name: string;
  legend: string;
  options: OptionView[];
}

/** One option, ready to show. */
export interface OptionView {
  value: string;
  label: string;
  /** Number of listings with it. */
  count: number;
  chosen: boolean;
  /** Address of the same filter with this option chosen, or removed. */
  readonly href: string;
}

/**
 * An option that builds its address only when it is read, because a form does without. A class, because object literals with a getter are
 * slow to create.
 */
class Option implements OptionView {
  readonly value: string;
  readonly label: string;
  readonly count: number;
  readonly chosen: boolean;
  readonly #question: Question;

  constructor(question: Question, value: string, label: string, count: number) {
    this.#question = question;
    this.value = value;
    this.label = label;
    this.count = count;
    this.chosen = question.filter.chosen[question.facet]?.includes(value) ?? false;
  }

  get href(): string {
    const { page, filter, facet } = this.#question;
    return urlOf(page, toggle(page.schema, filter, facet, this.value));
  }

  /** JSON.stringify leaves out a class's getters. */
  toJSON(): OptionView {
    const { value, label, count, chosen, href } = this;
    return { value, label, count, chosen, href };
  }
}

/** What all options of a facet share. */
interface Question {
  page: ListPage;
  filter: Filter;
  facet: string;
}

/** Returns the facets of a list for a filter, each with all its options, including unknown values that were chosen. */
export function facetViews(page: ListPage, filter: Filter, counts: Answer<unknown>["counts"]): FacetView[] {
  return page.schema.facets.map((facet) => ({
    name: facet.name,
    legend: page.legends[facet.name],
    options: optionsOf(page, facet, filter, counts[facet.name] ?? []),
  }));
}

function optionsOf(page: ListPage, facet: Facet, filter: Filter, counts: readonly number[]): OptionView[] {
  const question = { page, filter, facet: facet.name };
  const known = facet.values.map(({ id, label }, at) => new Option(question, id, inLanguage(label, page.words.language), counts[at] ?? 0));
  const chosen = filter.chosen[facet.name] ?? [];
  const unknown = chosen.filter((id) => !facet.values.some((value) => value.id === id));
  return [...known, ...unknown.map((id) => new Option(question, id, id, 0))];
}
