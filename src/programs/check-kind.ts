import type { CheckKind } from "../listing/check.ts";
import { firstStep } from "./card.ts";
import type { Contact } from "./program.ts";

/** The fields of a program or its card that determine how often it is checked. */
interface Reached {
  contacts: readonly Contact[];
  facets: Readonly<Record<string, readonly string[] | Readonly<Record<string, string>>>>;
}

/**
 * Returns which schedule a program is checked on. Numbers to call or text to reach somebody at once change most often: those of a program
 * whose first step is a number, with phone or text among its formats.
 */
export function checkKindOf({ contacts, facets: { format = [] } }: Reached): CheckKind {
  const { kind } = firstStep(contacts);
  const formats = Array.isArray(format) ? format : Object.keys(format);
  const isLine = (kind === "call" || kind === "text") && (formats.includes("phone") || formats.includes("chat-text"));
  return isLine ? "lines" : "programs";
}
