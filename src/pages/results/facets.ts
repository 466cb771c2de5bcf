import type { Answer } from "../../search/answer.ts";
import type { Facet } from "../../search/facets/counts.ts";
import { type Filter, toggle } from "../../search/filter.ts";
import { inLanguage } from "../../words/languages.ts";
import { type ListPage, urlOf } from "./list-page.ts";

/** A facet with its options, as every shape shows it: HTML, JSON and what comes later. */
export interface FacetView {
  name: string;
  legend: string;
  options: OptionView[];
}

/** One option, finished. */
export interface OptionView {
  value: string;
  label: string;
  /** How many there are with it. */
  count: number;
  chosen: boolean;
  /** The same filter with this option chosen, or taken back. */
  readonly href: string;
}

/** An option that makes its address when it is read: a form does without. A class, because an object literal with a getter is dear to make. */
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

  /** JSON leaves out what a class computes, unless told. */
  toJSON(): OptionView {
    const { value, label, count, chosen, href } = this;
    return { value, label, count, chosen, href };
  }
}

/** What the options of a facet are asked of. */
interface Question {
  page: ListPage;
  filter: Filter;
  facet: string;
}

/** The facets of a list for a filter, each with all its options, and those that a reader chose and nobody knows. */
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
