import type { Option } from "./field-words.ts";

/** A field as its template shows it (views/desk/fields). */
export type FormField = InputView | TextView | ChoiceView | FlagView | ChoicesView | ReasonsView | RowsView | EitherView | GroupView;

export interface Labelled {
  name: string;
  /** Its name in the form of an id. */
  id: string;
  label: string;
  hint: string | null;
  /** What is wrong with it, in one sentence; null if nothing is. */
  fault: string | null;
  /** The ids of its hint and its fault; null if it has neither. */
  describedBy: string | null;
}

export interface InputView extends Labelled {
  template: "desk/fields/line";
  value: string;
  /** Text shown beside it, such as the name of the listing whose id it holds. */
  beside: string | null;
  /** True if the surrounding list already labels it. */
  isBare: boolean;
}

export interface TextView {
  template: "desk/fields/text";
  /** One per language. */
  parts: (Labelled & { language: string; value: string; rows: number; isBare: boolean })[];
}

export interface ChoiceView extends Labelled {
  template: "desk/fields/choice";
  options: Option[];
}

export interface FlagView extends Labelled {
  /** "carried" cannot be changed by editors. */
  template: "desk/fields/flag" | "desk/fields/carried";
  ticked: boolean;
}

export interface ChoicesView extends Labelled {
  template: "desk/fields/choices";
  options: Option[];
  /** The chosen values in words, for the closed list. */
  chosen: string;
  isOpen: boolean;
  isInner: boolean;
}

export interface ReasonsView extends Labelled {
  template: "desk/fields/reasons";
  chosen: InputView[];
  others: InputView[];
  othersLabel: string;
}

export interface RowsView extends Labelled {
  template: "desk/fields/rows";
  rows: RowView[];
  add: { label: string; value: string; goTo: string };
  /** True within a choice that already labels it. */
  isInner: boolean;
}

export interface RowView {
  id: string;
  legend: string;
  /** True if a row is a single field, which needs no frame. */
  isOne: boolean;
  fields: FormField[];
  folded: Fold | null;
  fault: string | null;
  /** Null for the first. */
  raise: { value: string; goTo: string } | null;
  remove: { value: string; goTo: string };
}

export interface EitherView {
  template: "desk/fields/either";
  choice: ChoiceView;
  other: FormField;
}

export interface GroupView extends Labelled {
  template: "desk/fields/group";
  fields: FormField[];
  folded: Fold | null;
}

/** Fields that are collapsed until opened. */
export interface Fold {
  label: string;
  /** What is shown of it while collapsed; null for nothing. */
  said: string | null;
  isOpen: boolean;
  fields: FormField[];
}
