import type * as z from "zod";

/** Types of values, described by how to write them by hand. */
const kinds: Readonly<Record<string, string>> = {
  string: 'words in quotes, such as "…"',
  array: "a list in square brackets, such as [ … ]",
  object: "fields in braces, such as { … }",
  record: "fields in braces, such as { … }",
  boolean: "true or false",
  number: "a number without quotes",
};

/** Returns the message for an editor when the schema has none: what to write instead. Undefined for other issues. */
export function messageFor(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case "invalid_type":
      return `${issue.input === undefined ? "is missing; " : ""}write ${kinds[issue.expected] ?? issue.expected}`;
    case "unrecognized_keys":
      return `${quoted(issue.keys)} is not a field; fix the spelling or remove it`;
    case "invalid_value":
      return `write ${issue.values.length > 1 ? "one of " : ""}${quoted(issue.values)}`;
    case "invalid_union":
      return Array.isArray(issue.options) ? `write one of ${quoted(issue.options)}` : undefined;
    case "too_small":
      return issue.origin === "array" ? `give at least ${issue.minimum}` : `write at least ${issue.minimum} letters`;
    default:
      return undefined;
  }
}

const quoted = (values: readonly unknown[]) => values.map((value) => JSON.stringify(value)).join(", ");
