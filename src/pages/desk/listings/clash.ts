import type { Request } from "express";
import type { AnyListing } from "../../../catalog/catalog-list.ts";
import { differencesOf } from "../../../listing/compare/differences.ts";
import { type Clash, type Merged, merge, type Side, type Versions } from "../../../listing/compare/merge.ts";
import type { FormShape } from "../../../listing/form/shape.ts";
import { field } from "../../../web/form.ts";
import type { Words } from "../../../words/words.ts";
import { type Speech, sayDifferences, sayFieldPlace, sayValue } from "./say-value.ts";

/** Two colliding changes, field by field, as the template shows them. */
export interface ClashView {
  heading: string;
  lead: string;
  address: string;
  clashes: AskedView[];
  /** What is merged without asking. */
  joined: string[];
  /** Hidden fields that the page passes on. */
  hidden: { name: string; value: string }[];
  errors: { heading: string; errors: { text: string; href: string }[] };
  canEdit: boolean;
}

/** One thing to choose, with the value on each side. */
interface AskedView {
  name: string;
  label: string;
  fault: string | null;
  sides: { id: string; side: Side; label: string; value: string; chosen: boolean }[];
}

/** How a page describes the three states. */
export interface ClashCase {
  lead: string;
  sides: Readonly<Record<Side, string>>;
  address: string;
  hidden: { name: string; value: string }[];
  /** Whether the choice can be edited further before it is saved. */
  canEdit: boolean;
}

const sides: readonly Side[] = ["theirs", "mine", "before"];

/** The side chosen for each clash, in order; null if none was. */
export type Choices = readonly (Side | null)[];

/**
 * Merges two changes with these choices. They are matched by order, because clashes may share a name, as two contacts with one number do.
 */
export function settleBy(shape: FormShape, versions: Versions, choices: Choices): Merged {
  let asked = 0;
  return merge(shape, versions, () => choices[asked++] ?? "mine");
}

/** Reads what an editor chose on the page. */
export function readChoices(req: Request, count: number): Choices {
  return Array.from({ length: count }, (_, at) => sides.find((side) => side === field(req, nameOfClash(at))) ?? null);
}

const nameOfClash = (at: number) => `choice:${at}`;

/** Returns the page that asks. `choices` are those already made; null before the first time. */
export function clashPage(speech: Speech, shape: FormShape, versions: Versions, clashCase: ClashCase, choices: Choices | null): ClashView {
  const { clashes } = merge(shape, versions, () => "mine");
  const views = clashes.map((clash, at) => {
    const values = sides.map((side) => [side, sayValue(speech, clash.shape, clash.field, clash[side])] as const);
    return askedView(speech.words, clashCase, at, sayFieldPlace(speech, shape, clash), values, choices);
  });
  return pageOf(speech.words, clashCase, views, sayDifferences(speech, shape, joinedBy(shape, versions, clashes)));
}

/** The same for a listing that one side has removed: `values` are its name on each side, null for the side that removed it. */
export function clashOfWhole(
  words: Words,
  values: Readonly<Record<"theirs" | "mine", string | null>>,
  clashCase: ClashCase,
  choices: Choices | null,
): ClashView {
  const { whole, removed } = words.deskListing.clash;
  const said = (["theirs", "mine"] as const).map((side) => [side, values[side] ?? removed] as const);
  return pageOf(words, clashCase, [askedView(words, clashCase, 0, whole, said, choices)], []);
}

function askedView(
  { deskListing }: Words,
  clashCase: ClashCase,
  at: number,
  label: string,
  values: readonly (readonly [Side, string])[],
  choices: Choices | null,
): AskedView {
  const name = nameOfClash(at);
  const choice = choices?.[at] ?? null;
  return {
    name,
    label,
    fault: choices !== null && choice === null ? deskListing.clash.missing : null,
    sides: values.map(([side, value]) => ({
      id: `${name.replace(":", "-")}-${side}`,
      side,
      label: clashCase.sides[side],
      value,
      chosen: side === choice,
    })),
  };
}

function pageOf({ deskListing }: Words, clashCase: ClashCase, clashes: AskedView[], joined: string[]): ClashView {
  const errors = clashes.flatMap(({ label, fault, sides }) =>
    fault === null ? [] : [{ text: `${label}: ${fault}`, href: `#${sides[0]!.id}` }],
  );
  return {
    heading: deskListing.clash.title,
    ...clashCase,
    clashes,
    joined,
    errors: { heading: deskListing.form.faults(errors.length), errors },
  };
}

/** Returns the differences from the present state after merging, apart from clashes. */
function joinedBy(shape: FormShape, versions: Versions, clashes: readonly Clash[]) {
  const { value } = merge(shape, versions, () => "theirs");
  return differencesOf(shape, versions.theirs, value).filter(
    ({ field, items }) =>
      !clashes.some((clash) => clash.field === field && clash.items.length === items.length && clash.items[0] === items[0]),
  );
}

/** Returns merged values as a listing, to be validated by its schema. */
export function asListing({ id }: AnyListing, value: unknown): AnyListing {
  return { ...(typeof value === "object" ? value : null), id };
}
