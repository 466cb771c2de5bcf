import { sayNumber } from "../../words/numbers.ts";
import type { Control } from "./hints.ts";

/** Converts between what people type and how the catalog writes it. What is not recognized stays as typed, for the schema to report. */

/** Converts what was typed to the catalog's notation. */
export function readTyped(control: Control | null, typed: string): string {
  switch (control) {
    case "number":
      return readNumber(typed);
    case "url":
      return readAddress(typed);
    case "time":
      return readTime(typed);
    default:
      return typed;
  }
}

/** Converts a value of the catalog to the notation that people use. */
export function saysTyped(control: Control | null, value: string): string {
  return control === "number" ? sayNumber(value) : value;
}

const keypad = ["", "", "abc", "def", "ghi", "jkl", "mno", "pqrs", "tuv", "wxyz"];
const keyOf = (letter: string) => String(keypad.findIndex((letters) => letters.includes(letter)));

/** Separators between the digit groups of a number. */
const between = /[\s()./\-\u2010-\u2015]/g;

/** Converts "(406) 555-0123", "1-800-662-HELP" or "+1 406.555.0123" to +1 and ten digits. A short code such as 988 stays as it is. */
function readNumber(typed: string): string {
  const plain = typed.normalize("NFKC").toLowerCase().replace(between, "");
  if (/^[1-9]\d{2,5}$/.test(plain)) return plain;
  const [, spelled] = plain.match(/^(?:\+?1)?([2-9]\d\d[\da-z]{7})$/) ?? [];
  return spelled === undefined ? typed : `+1${spelled.replace(/[a-z]/g, keyOf)}`;
}

/** Puts https:// before an address such as "www.example.org/help". */
function readAddress(typed: string): string {
  return /^[\w-]+(?:\.[\w-]+)+(?:[/?#]\S*)?$/.test(typed) ? `https://${typed}` : typed;
}

const namedTimes: Readonly<Record<string, string>> = { noon: "12:00", midnight: "00:00" };

/** Converts "8 am", "9:30 PM", "8:00" and "noon" to 08:00, 21:30, 08:00 and 12:00. */
function readTime(typed: string): string {
  const plain = typed.toLowerCase().replaceAll(".", "");
  const named = namedTimes[plain];
  if (named !== undefined) return named;
  const [, hour, minute = "00", half] = plain.match(/^(\d{1,2})(?::(\d{2}))?\s*(am|pm|a|p)?$/) ?? [];
  if (hour === undefined) return typed;
  if (half === undefined) return `${hour.padStart(2, "0")}:${minute}`;
  if (Number(hour) < 1 || Number(hour) > 12) return typed;
  return `${String((Number(hour) % 12) + (half.startsWith("p") ? 12 : 0)).padStart(2, "0")}:${minute}`;
}
