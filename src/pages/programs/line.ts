import type { ProgramCard } from "../../programs/card.ts";
import type { Contact, Program } from "../../programs/program.ts";
import type { Context } from "../../site/site.ts";
import { sayNumber } from "../../words/numbers.ts";
import { type ContactView, contactView } from "./contacts.ts";

/** A line to call in as little space as can be: its name, and a button for each way to reach it. */
export interface LineView {
  name: string;
  /** Its page on this site, which says where its numbers come from. */
  href: string;
  /** Whether somebody answers now at the first of the ways. */
  lit: boolean;
  ways: WayView[];
  /** What to press or to send, where there is one way only; else it is said beside the way that it is for. */
  note: string | null;
}

interface WayView extends ContactView {
  /** The number alone where it is one to call, and only "Text" where its digits stand beside it already. */
  shown: string;
  /** The digits that are left out; a screen reader says them. */
  unseen: string | null;
  /** What to press or to send. */
  note: string | null;
}

/** A line with the ways to reach it that are asked for. `callerZone` is the zone of the state asked for, or null. */
export function lineView(
  context: Context,
  line: Program | ProgramCard,
  contacts: readonly Contact[],
  callerZone: string | null = null,
): LineView {
  const ways = contacts.map((contact) => wayView(context, contactView(context, contact, line, callerZone), contact, contacts[0]!));
  const [first] = ways;
  const isOnlyWay = ways.length === 1;
  return {
    name: line.name,
    href: context.urls.program(line.id),
    lit: first?.lit ?? false,
    ways: isOnlyWay ? ways.map((way) => ({ ...way, note: null })) : ways,
    note: isOnlyWay && first ? first.note : null,
  };
}

function wayView({ words }: Context, way: ContactView, { kind, value }: Contact, first: Contact): WayView {
  const note = [way.purpose, way.detail].filter(Boolean).join(". ") || null;
  const isSaidAlready = kind === "text" && first.kind === "call" && first.value === value;
  if (isSaidAlready) return { ...way, shown: words.card.textToo, unseen: sayNumber(value), note };
  return { ...way, shown: way.number ?? way.label, unseen: null, note };
}
