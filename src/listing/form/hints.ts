import * as z from "zod";

/** Inputs that people write in their own way and the catalog in one: "(406) 555-0123", "8 am", "example.org". */
export type Control = "number" | "url" | "time" | "zone";

/** What a form needs to know of a schema beyond the schema itself. */
interface FormHint {
  control?: Control;
  /** The keys that a record may have, in the order in which they are offered. */
  keys?: readonly string[];
}

/** Schemas register themselves here, so that forms can be generated from them (shapeOfSchema). */
export const formHints = z.registry<FormHint>();
