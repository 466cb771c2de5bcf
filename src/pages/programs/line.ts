import type { ProgramCard } from "../../programs/card.ts";
import type { Contact, Program } from "../../programs/program.ts";
import type { Context } from "../../site/site.ts";
import { sayNumber } from "../../words/numbers.ts";
import { type ContactView, contactView } from "./contacts.ts";

/** A line to call, in as little space as possible: its name, and a button for each way to reach it. */
export interface LineView {
  name: string;
  /** Its page on this site, which says where its numbers come from. */
  href: string;
  /** Whether somebody answers now at the first way; null if it is not lit and none of the ways is a number. */
  lamp: "lit" | "hollow" | null;
  ways: WayView[];
  /** What to press or to send, if there is only one way; otherwise each way has its note. */
  note: string | null;
}

interface WayView extends ContactView {
  /** The number alone for a call, or only "Text" if the digits are already beside it. */
  shown: string;
  /** The digits left out of `shown`, for screen readers. */
  unseen: string | null;
  /** What to press or to send, and when it opens if it is closed now. */
  note: string | null;
}

/** Returns a line with the requested ways to reach it. `callerZone` is the time zone of the state asked for, or null. */
export function lineView(
  context: Context,
  line: Program | ProgramCard,
  contacts: readonly Contact[],
  callerZone: string | null = null,
): LineView {
  const ways = contacts.map((contact) => wayView(context, contactView(context, contact, line, callerZone), contact, contacts[0]!));
  const isOnlyWay = ways.length === 1;
  return {
    name: line.name,
    href: context.urls.program(line.id),
    lamp: ways[0]?.lit ? "lit" : contacts.some(isNumber) ? "hollow" : null,
    ways: isOnlyWay ? ways.map((way) => ({ ...way, note: null })) : ways,
    note: isOnlyWay ? ways[0]!.note : null,
  };
}

/** Whether it is a number to call or text: only these have a lamp. */
const isNumber = ({ kind }: Contact) => kind === "call" || kind === "text";

function wayView({ words }: Context, way: ContactView, contact: Contact, first: Contact): WayView {
  const opens = isNumber(contact) && !way.lit ? way.answers : null;
  const note = [way.purpose, way.detail, opens].filter(Boolean).join(". ") || null;
  const isSaidAlready = contact.kind === "text" && first.kind === "call" && first.value === contact.value;
  if (isSaidAlready) return { ...way, shown: words.card.textToo, unseen: sayNumber(contact.value), note };
  return { ...way, shown: way.number ?? way.label, unseen: null, note };
}
