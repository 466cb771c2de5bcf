/** One field of a form: views/desk/field.ejs. */
export interface DeskField {
  id: string;
  name: string;
  label: string;
  hint: string | null;
  error: string | null;
  type: "text" | "password" | "date";
  /** Never a password. */
  value: string;
  autocomplete: string;
  /** Null for passwords: a browser would cut what is pasted without a word. */
  maxLength: number | null;
  inputMode: string | null;
  required: boolean;
  /** The ids of its hint and its error. */
  describedBy: string | null;
}

/** A field from what is special about it. */
export function makeField(given: Pick<DeskField, "name" | "label"> & Partial<Omit<DeskField, "describedBy">>): DeskField {
  const { id = given.name, hint = null, error = null } = given;
  const described = [...(hint === null ? [] : [`${id}-hint`]), ...(error === null ? [] : [`${id}-error`])];
  return {
    type: "text",
    value: "",
    autocomplete: "off",
    maxLength: given.type === "password" ? null : 200,
    inputMode: null,
    required: true,
    ...given,
    id,
    hint,
    error,
    describedBy: described.join(" ") || null,
  };
}

/** What is wrong with a form, for the top of its page. */
export interface FormError {
  text: string;
  /** Leads to the field; null where it is about none. */
  href: string | null;
}

/** The faults of these fields, each a way to it. */
export function errorsOf(fields: readonly DeskField[]): FormError[] {
  return fields.flatMap(({ id, error }) => (error === null ? [] : [{ text: error, href: `#${id}` }]));
}
