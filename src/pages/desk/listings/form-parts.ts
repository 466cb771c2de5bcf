import type { CatalogListName } from "../../../catalog/catalog-list.ts";
import type { FormPart } from "../../../words/desk-field-words.ts";

/** The order of a form's parts and of the fields in them. */
export const formParts: Readonly<Record<CatalogListName, readonly { part: FormPart; fields: readonly string[] }[]>> = {
  programs: [
    { part: "about", fields: ["name", "alsoKnownAs", "operator", "summary", "description", "nextStep", "whoFor"] },
    { part: "reach", fields: ["contacts"] },
    { part: "where", fields: ["scope", "states", "place", "howOften", "cost", "ruralNotes", "fellowship"] },
    { part: "filed", fields: ["facets"] },
    { part: "sources", fields: ["sources", "doubts", "fallback", "related", "evidence"] },
    { part: "keeping", fields: ["status", "waivers"] },
  ],
  documents: [
    { part: "about", fields: ["title", "alsoKnownAs", "authors", "year", "publisher", "summary", "description"] },
    { part: "reading", fields: ["links", "cost", "keyFinding", "limits", "citation", "doi"] },
    { part: "filed", fields: ["facets"] },
    { part: "sources", fields: ["sources", "doubts", "programs"] },
    { part: "keeping", fields: ["waivers"] },
  ],
};

/** Fields that no edit changes: an id is permanent, the day of listing is history, and only a check confirms anything. */
export const keptFields = ["id", "added", "lastCheck"] as const;

/** Fields of a group that are collapsed below the others until opened. */
export const foldedFields: readonly string[] = ["contacts.hours", "contacts.languages", "contacts.vanity", "contacts.message"];

/** Fields that hold the ids of other listings, and the list those are in. */
export const referringFields: Readonly<Record<string, CatalogListName>> = {
  fallback: "programs",
  related: "programs",
  programs: "programs",
  evidence: "documents",
};
