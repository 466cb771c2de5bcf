import { keyOfItem } from "../compare/pair-items.ts";
import type { Field, FormShape } from "./shape.ts";
import { fieldsIn, itemsIn } from "./values.ts";

/**
 * Restores the original order in a draft where only the order differs and the form does not show it: the days of a week, the languages of a
 * number, the facts that support a facet. So a listing that nobody changed stays the same.
 */
export function keepOrder(shape: FormShape, before: unknown, draft: unknown): unknown {
  switch (shape.kind) {
    case "choices":
      return Array.isArray(before) && haveSameItems(itemsIn(before), itemsIn(draft)) ? before : draft;
    case "reasons":
      return inOrderOf(fieldsIn(before), fieldsIn(draft));
    case "rows":
      return itemsIn(draft).map((item, at) => keepOrder(shape.item, likeIn(itemsIn(before), item, at), item));
    case "either":
      return typeof draft === "string" || draft === null ? draft : keepOrder(shape.other, before, draft);
    case "group":
      return draft === null ? null : withFields(shape.fields, before, draft);
    case "variants": {
      const group = shape.variants.get(String(fieldsIn(draft)[shape.by]));
      return group ? withFields(group.fields, before, draft) : draft;
    }
    default:
      return draft;
  }
}

function withFields(fields: readonly Field[], before: unknown, draft: unknown): object {
  const kept = fields.map(({ name, shape }) => [name, keepOrder(shape, fieldsIn(before)[name], fieldsIn(draft)[name])]);
  return { ...fieldsIn(draft), ...Object.fromEntries(kept) };
}

function likeIn(before: readonly unknown[], item: unknown, at: number): unknown {
  const key = keyOfItem(item);
  return before.find((other) => keyOfItem(other) === key) ?? before[at];
}

function haveSameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item) => b.includes(item));
}

function inOrderOf(before: Readonly<Record<string, unknown>>, draft: Readonly<Record<string, unknown>>): object {
  const first = Object.keys(before).filter((key) => key in draft);
  return Object.fromEntries([...first, ...Object.keys(draft).filter((key) => !first.includes(key))].map((key) => [key, draft[key]]));
}
