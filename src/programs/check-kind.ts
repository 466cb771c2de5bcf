import type { CheckKind } from "../listing/check.ts";
import { firstStep } from "./card.ts";
import type { Contact } from "./program.ts";

/** What a program's check depends on, of the program itself or of its card. */
interface Reached {
  contacts: readonly Contact[];
  facets: Readonly<Record<string, readonly string[] | Readonly<Record<string, string>>>>;
}

/** At which pace a program is checked: a number that one calls or texts to reach somebody at once changes most. */
export function checkKindOf({ contacts, facets: { format = [] } }: Reached): CheckKind {
  const { kind } = firstStep(contacts);
  const formats = Array.isArray(format) ? format : Object.keys(format);
  const isLine = (kind === "call" || kind === "text") && (formats.includes("phone") || formats.includes("chat-text"));
  return isLine ? "lines" : "programs";
}
