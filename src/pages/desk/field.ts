/** One field of a form: views/desk/field.ejs. */
export interface DeskField {
  id: string;
  name: string;
  label: string;
  hint: string | null;
  error: string | null;
  type: "text" | "password" | "date";
  /** Never set for a password. */
  value: string;
  autocomplete: string;
  /** Null for passwords: a browser would silently truncate what is pasted. */
  maxLength: number | null;
  inputMode: string | null;
  required: boolean;
  /** The ids of its hint and its error. */
  describedBy: string | null;
}

/** Returns a field with defaults for what is not given. */
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

/** A fault of a form, for the top of its page. */
export interface FormError {
  text: string;
  /** Link to the field; null if it concerns none. */
  href: string | null;
}

/** Returns the faults of these fields, each with a link to it. */
export function errorsOf(fields: readonly DeskField[]): FormError[] {
  return fields.flatMap(({ id, error }) => (error === null ? [] : [{ text: error, href: `#${id}` }]));
}
