import { withoutPersons } from "./values/privacy.ts";
import { type Note, short } from "./values/repair.ts";
import { markIn, plainText } from "./values/text.ts";

/** The fields of a record, each as plain text, and where to note what had to be put right. */
export interface Reader {
  text(...names: string[]): string | null;
  /** The text as it stands, for values that are no words. */
  raw(...names: string[]): string | null;
  repaired: Note;
}

/** Old servers wrote "Label#@-@#value" in their own fields. Each broken value is noted once, however often it is asked for. */
export function readerOf(fields: Record<string, unknown>, note: Note): Reader {
  const noted = new Set<string>();
  const repaired = (kind: string, was: unknown) => {
    const once = `${kind} ${short(was)}`;
    if (!noted.has(once)) note(kind, was);
    noted.add(once);
  };
  const raw = (...names: string[]) => {
    const value = names.map((name) => fields[name]).find((each) => !["", null, undefined].includes(each as string));
    if (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") return null;
    const whole = String(value).trim();
    if (!whole.includes("#@-@#")) return whole || null;
    repaired("label", whole);
    return whole.split("#@-@#").at(-1)!.trim() || null;
  };
  const text = (...names: string[]) => {
    const whole = raw(...names);
    const plain = plainText(whole);
    const mark = markIn(whole);
    if (mark) repaired("text", `${names[0]}: ${mark}`);
    const kept = plain && withoutPersons(plain);
    if (kept !== plain) repaired("privacy", names[0]!);
    return kept || null;
  };
  return { text, raw, repaired };
}
