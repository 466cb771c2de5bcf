import { facetValue } from "../facets/vocabulary.ts";
import { sayDate } from "../listing/date.ts";
import { sayNumber } from "../listing/phone.ts";
import { inLanguage } from "../listing/text.ts";
import type { Contact, Program } from "../programs/program.ts";
import type { Words } from "../words/en.ts";
import { callUrl, mailUrl, textUrl } from "./urls.ts";

/** One way to reach a program, ready to show. */
export interface ContactView {
  /** "Call 1-855-733-7762", "Website". */
  label: string;
  /** Null for an address: there is nothing to follow. */
  href: string | null;
  /** For links off the site: the host, named in words. */
  host: string | null;
  icon: string;
  /** The address itself, where the label does not say it. */
  detail: string | null;
  purpose: string | null;
  hours: string | null;
  languages: string | null;
  vanity: string | null;
  /** Whether and when it was last known to be true. */
  honest: string;
}

const icons: Record<Contact["kind"], string> = {
  call: "phone",
  tty: "phone",
  text: "message-circle",
  chat: "message-circle",
  email: "mail",
  site: "globe",
  finder: "globe",
  address: "map-pin",
};

/** A contact in words. */
export function contactView(contact: Contact, lastCheck: Program["lastCheck"], words: Words): ContactView {
  const { card, program } = words;
  const say = (text: Contact["hours"]) => text && inLanguage(text, words.language);
  const shown = {
    host: null,
    detail: null,
    icon: icons[contact.kind],
    purpose: say(contact.purpose),
    hours: say(contact.hours),
    languages: contact.languages.some((language) => language !== "en") ? languageNames(contact.languages, words) : null,
    vanity: null,
    honest: honestLine(contact, lastCheck, words),
  };
  switch (contact.kind) {
    case "call":
    case "tty":
    case "text": {
      const label = card[contact.kind](sayNumber(contact.value));
      const href = contact.kind === "text" ? textUrl(contact.value) : callUrl(contact.value);
      const message = contact.kind === "text" ? say(contact.message) : null;
      return {
        ...shown,
        label,
        href,
        detail: message && program.sendFirst(message),
        vanity: contact.vanity && program.spelled(contact.vanity),
      };
    }
    case "email":
      return { ...shown, label: card.email, href: mailUrl(contact.value), detail: contact.value };
    case "address":
      return { ...shown, label: card.address, href: null, detail: contact.value };
    default:
      return { ...shown, label: card[contact.kind], href: contact.value, host: hostOf(contact.value) };
  }
}

/** "Checked 12 Oct 2026 by phone." or "From mhaofmt.org, 2020. Not confirmed since." */
function honestLine(contact: Contact, lastCheck: Program["lastCheck"], words: Words): string {
  if (contact.confirmed && lastCheck) return words.card.checked(sayDate(lastCheck.date, words), words.card.how[lastCheck.how]!);
  const host = hostOf(contact.source);
  return contact.asOf === null ? words.card.undated(host) : words.card.notConfirmed(host, sayDate(contact.asOf, words));
}

/** The host of a web address as people say it: "ncdhhs.gov". */
export function hostOf(url: string): string {
  return new URL(url).hostname.replace(/^www\./, "");
}

/** The names of these languages in words. */
function languageNames(ids: readonly string[], words: Words): string {
  return valueLabels("language", ids, words).join(words.list.comma);
}

/** The labels of these values, in the order given. */
export function valueLabels(facet: string, ids: readonly string[], words: Words): string[] {
  return ids.map((id) => {
    const value = facetValue(facet, id);
    return value ? inLanguage(value.label, words.language) : id;
  });
}
