import { facetValue } from "../../listing/vocabulary.ts";
import type { ProgramCard } from "../../programs/card.ts";
import type { Contact, Program } from "../../programs/program.ts";
import type { Context } from "../../site/site.ts";
import { callUrl, mailUrl, textUrl } from "../../site/urls.ts";
import { hostOf } from "../../words/addresses.ts";
import { sayDate } from "../../words/dates.ts";
import { inLanguage, type Text } from "../../words/languages.ts";
import { sayNumber } from "../../words/numbers.ts";
import type { Words } from "../../words/words.ts";
import { standingAt } from "../last-check.ts";
import { type LampView, lampView } from "./lamp-view.ts";

/** One way to reach a program, ready to show. */
export interface ContactView extends LampView {
  /** "Call 1-855-733-7762", "Website". */
  label: string;
  /** The number to call as people write it: "1-855-733-7762". Null if it needs a word to be understood: "Call 988". */
  number: string | null;
  /** Null for a postal address, which has no link. */
  href: string | null;
  /** For links off the site: the host, named in words. */
  host: string | null;
  icon: string;
  /** What the label does not say: an e-mail or postal address, or the message to text. */
  detail: string | null;
  purpose: string | null;
  hours: string | null;
  languages: string | null;
  vanity: string | null;
}

const icons: Record<Contact["kind"], string> = {
  call: "phone",
  tty: "phone",
  text: "message-circle",
  chat: "message-circle",
  email: "mail",
  site: "globe",
  finder: "globe",
  about: "globe",
  address: "map-pin",
};

/** Returns a contact in words. `callerZone` is the time zone of the state asked for, or null. */
export function contactView(
  context: Context,
  contact: Contact,
  program: Program | ProgramCard,
  callerZone: string | null = null,
): ContactView {
  const { words } = context;
  const { status } = program;
  const say = (text: Text | null) => text && inLanguage(text, words.language);
  const { label, href, host, detail } = wayOf(contact, words);
  return {
    label,
    number: contact.kind === "call" && contact.value.startsWith("+") ? sayNumber(contact.value) : null,
    href,
    host,
    detail,
    icon: icons[contact.kind],
    purpose: say(contact.purpose),
    hours: contact.hours && say(contact.hours.words),
    languages: contact.languages.some((language) => language !== "en")
      ? words.list.comma(valueLabels(context, "language", contact.languages))
      : null,
    vanity: "vanity" in contact ? contact.vanity && words.program.spelled(contact.vanity) : null,
    ...lampView(context, contact, status, callerZone),
  };
}

/** Returns the link of a contact and its label. */
function wayOf(contact: Contact, { card, program, language }: Words): Pick<ContactView, "label" | "href" | "host" | "detail"> {
  const { kind, value } = contact;
  switch (kind) {
    case "call":
    case "tty":
      return { label: card[kind](sayNumber(value)), href: callUrl(value), host: null, detail: null };
    case "text": {
      const message = contact.message && inLanguage(contact.message, language);
      return { label: card.text(sayNumber(value)), href: textUrl(value), host: null, detail: message && program.sendFirst(message) };
    }
    case "email":
      return { label: card.email, href: mailUrl(value), host: null, detail: value };
    case "address":
      return { label: card.address, href: null, host: null, detail: value };
    default:
      return { label: card[kind], href: value, host: hostOf(value), detail: null };
  }
}

/**
 * Returns "Checked 12 Oct 2026 by phone", that the next check is overdue or the last one too old, or "From mhaofmt.org, 2020. Not confirmed
 * since."
 */
export function sayProvenance(context: Context, contact: Contact, program: Program | ProgramCard): string {
  const { words } = context;
  const { lastCheck } = program;
  const standing = standingAt(context, program);
  if (lastCheck && (contact.confirmed || standing === "lapsed")) {
    const [day, how] = [sayDate(lastCheck.date, words), words.card.how[lastCheck.how]];
    if (standing === "lapsed") return words.program.lapsed(day, how);
    return standing === "checked" ? words.card.checked(day, how) : words.program.overdue(day, how);
  }
  const host = hostOf(contact.source);
  return contact.asOf === null ? words.card.undated(host) : words.card.notConfirmed(host, sayDate(contact.asOf, words));
}

/** Returns the labels of these values, in the given order; an unknown id is returned as is. */
export function valueLabels({ vocabulary, words }: Context, facet: string, ids: readonly string[]): string[] {
  return ids.map((id) => {
    const value = facetValue(vocabulary, facet, id);
    return value ? inLanguage(value.label, words.language) : id;
  });
}
