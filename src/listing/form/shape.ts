import type * as z from "zod";
import { type Control, formHints } from "./hints.ts";

/** The shape of a listing as a form shows it: its zod schema without the validation rules. */
export type FormShape =
  | { kind: "line"; control: Control | null; nullable: boolean }
  /** In English, and in Spanish where it is translated. */
  | { kind: "text"; nullable: boolean }
  | { kind: "choice"; values: readonly string[]; nullable: boolean }
  | { kind: "flag" }
  /** Any of these. */
  | { kind: "choices"; values: readonly string[] }
  /** Any of these, each with the fact that supports it. */
  | { kind: "reasons"; keys: readonly string[] }
  | { kind: "rows"; item: FormShape }
  /** One of these words, or else what `other` holds: "nationwide", or a list of states. */
  | { kind: "either"; words: readonly string[]; other: FormShape; nullable: boolean }
  | FieldGroup
  | FieldVariants;

/** A shape and its name in a group. */
export interface Field {
  name: string;
  shape: FormShape;
}

export interface FieldGroup {
  kind: "group";
  fields: readonly Field[];
  nullable: boolean;
}

/** A group whose further fields depend on one of them: a phone number has other fields than a website. */
export interface FieldVariants {
  kind: "variants";
  /** The field that chooses among them. */
  by: string;
  variants: ReadonlyMap<string, FieldGroup>;
}

/** A single line of text, such as the fact that supports a value of a facet. */
export const plainLine: FormShape = { kind: "line", control: null, nullable: false };

/** Returns the shape of a schema. Throws for a kind of schema that no form can show yet, so that adding such a field fails at once. */
export function shapeOfSchema(schema: z.core.$ZodType, nullable = false): FormShape {
  const { def } = (schema as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case "string":
      return { kind: "line", control: formHints.get(schema)?.control ?? null, nullable };
    case "boolean":
      return { kind: "flag" };
    case "enum":
      return { kind: "choice", values: Object.values(def.entries).map(String), nullable };
    case "literal":
      return { kind: "choice", values: def.values.map(String), nullable };
    case "nullable":
      return shapeOfSchema(def.innerType, true);
    case "default":
    case "optional":
      return shapeOfSchema(def.innerType, nullable);
    case "array":
      return arrayShape(shapeOfSchema(def.element));
    case "record":
      return { kind: "reasons", keys: formHints.get(schema)?.keys ?? keysOf(shapeOfSchema(def.keyType)) };
    case "object":
      return isText(def.shape) ? { kind: "text", nullable } : groupShape(def.shape, nullable);
    case "union":
      return "discriminator" in def
        ? variantsShape(String(def.discriminator), def.options.map(shapeOfOption))
        : eitherShape(def.options.map(shapeOfOption), nullable);
    default:
      throw new Error(`a form cannot show a schema of the type "${def.type}"`);
  }
}

const shapeOfOption = (schema: z.core.$ZodType) => shapeOfSchema(schema);

function isText(fields: Readonly<Record<string, unknown>>): boolean {
  return Object.keys(fields).join() === "en,es";
}

function arrayShape(item: FormShape): FormShape {
  return item.kind === "choice" ? { kind: "choices", values: item.values } : { kind: "rows", item };
}

function keysOf(key: FormShape): readonly string[] {
  if (key.kind !== "choice") throw new Error("a record of reasons registers its keys with formHints");
  return key.values;
}

function groupShape(fields: Readonly<Record<string, z.core.$ZodType>>, nullable: boolean): FieldGroup {
  return { kind: "group", fields: Object.entries(fields).map(([name, field]) => ({ name, shape: shapeOfSchema(field) })), nullable };
}

function variantsShape(by: string, options: readonly FormShape[]): FormShape {
  const variants = options.flatMap((option): [string, FieldGroup][] => {
    if (option.kind !== "group") throw new Error("a variant is a group of fields");
    const own = option.fields.find(({ name }) => name === by)?.shape;
    const fields = option.fields.filter(({ name }) => name !== by);
    return own?.kind === "choice" ? own.values.map((value): [string, FieldGroup] => [value, { ...option, fields }]) : [];
  });
  return { kind: "variants", by, variants: new Map(variants) };
}

function eitherShape(options: readonly FormShape[], nullable: boolean): FormShape {
  const words = options.flatMap((option) => (option.kind === "choice" ? option.values : []));
  const [other, ...more] = options.filter(({ kind }) => kind !== "choice");
  if (!other || more.length > 0) throw new Error("a form shows a union of words and of one other shape");
  return { kind: "either", words, other, nullable };
}

/** Returns the fields of a group; of variants every field of any of them, without duplicates: the field that chooses among them first. */
export function fieldsOf(shape: FieldGroup | FieldVariants): readonly Field[] {
  if (shape.kind === "group") return shape.fields;
  const { by, variants } = shape;
  const first: Field = { name: by, shape: { kind: "choice", values: [...variants.keys()], nullable: false } };
  const all = [...variants.values()].flatMap(({ fields }) => fields);
  return [first, ...all.filter(({ name }, at) => all.findIndex((other) => other.name === name) === at)];
}
