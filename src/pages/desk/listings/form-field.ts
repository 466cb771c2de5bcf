import type { Option } from "./field-words.ts";

/** A field as its template shows it (views/desk/fields). */
export type FormField = InputView | TextView | ChoiceView | FlagView | ChoicesView | ReasonsView | RowsView | EitherView | GroupView;

export interface Labelled {
  name: string;
  /** Its name, as an id may be written. */
  id: string;
  label: string;
  hint: string | null;
  /** What is wrong with it, in one sentence; null where nothing is. */
  fault: string | null;
  /** The ids of what is said beside it; null where nothing is. */
  describedBy: string | null;
}

export interface InputView extends Labelled {
  template: "desk/fields/line";
  value: string;
  /** What is shown beside it, such as the name of the listing whose id it is. */
  beside: string | null;
  /** True where the list that it is in says what it is. */
  isBare: boolean;
}

export interface TextView {
  template: "desk/fields/text";
  /** One a language. */
  parts: (Labelled & { language: string; value: string; rows: number; isBare: boolean })[];
}

export interface ChoiceView extends Labelled {
  template: "desk/fields/choice";
  options: Option[];
}

export interface FlagView extends Labelled {
  /** "carried" is not for editors to change. */
  template: "desk/fields/flag" | "desk/fields/carried";
  ticked: boolean;
}

export interface ChoicesView extends Labelled {
  template: "desk/fields/choices";
  options: Option[];
  /** What is chosen, in words, for the closed list. */
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
  /** True within a choice that has said what it is. */
  isInner: boolean;
}

export interface RowView {
  id: string;
  legend: string;
  /** True where a row is one field, which needs no frame. */
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

/** Fields that are folded away until somebody opens them. */
export interface Fold {
  label: string;
  /** What of it is shown while it is closed; null for nothing. */
  said: string | null;
  isOpen: boolean;
  fields: FormField[];
}
