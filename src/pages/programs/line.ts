import type { ProgramCard } from "../../programs/card.ts";
import type { Contact, Program } from "../../programs/program.ts";
import type { Context } from "../../site/site.ts";
import { type ContactView, contactView } from "./contacts.ts";

/** A line to call in as little space as can be: its name, and a button for each way to reach it. */
export interface LineView {
  name: string;
  /** Its page on this site, which says where its numbers come from. */
  href: string;
  ways: ContactView[];
}

/** A line with the ways to reach it that are asked for. `callerZone` is the zone of the state asked for, or null. */
export function lineView(
  context: Context,
  line: Program | ProgramCard,
  contacts: readonly Contact[],
  callerZone: string | null = null,
): LineView {
  return {
    name: line.name,
    href: context.urls.program(line.id),
    ways: contacts.map((contact) => contactView(context, contact, line, callerZone)),
  };
}
