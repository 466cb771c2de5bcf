import { join } from "node:path";
import { documentSchema } from "../../library/document.ts";
import { type RuleName, ruleNames } from "../../listing/waivers.ts";
import { programSchema } from "../../programs/program.ts";
import { readHostsOfOthers } from "../hosts-of-others.ts";
import { type Refusal, readListings } from "../read.ts";
import { readVocabulary } from "../vocabulary.ts";
import { type ListedCatalog, listingsOf } from "./listed-catalog.ts";
import { rules } from "./rules.ts";

/** A problem that an editor should fix, or answer with a waiver. */
export interface Finding {
  id: string;
  rule: RuleName;
  message: string;
}

interface Verified {
  listings: number;
  findings: Finding[];
  /** Waivers that are no longer needed. */
  unneeded: { id: string; rule: RuleName }[];
  refused: Refusal[];
}

/** Reads the catalog in a folder and finds the problems that its schemas do not. */
export function verifyCatalog(folder: string): Verified {
  const vocabulary = readVocabulary(folder);
  const programs = readListings(join(folder, "programs"), programSchema(vocabulary));
  const documents = readListings(join(folder, "library"), documentSchema(vocabulary));
  const catalog = { programs: programs.listings, documents: documents.listings, hostsOfOthers: readHostsOfOthers(folder) };
  const listings = programs.listings.length + documents.listings.length;
  return { listings, ...checkCatalog(catalog), refused: [...programs.refused, ...documents.refused] };
}

/** Applies the rules to `judged`, in the context of the catalog; returns the findings without a waiver, and the waivers without a finding. */
export function checkCatalog(catalog: ListedCatalog, judged: ListedCatalog = catalog): Pick<Verified, "findings" | "unneeded"> {
  const waivers = new Map(listingsOf(judged).map(({ id, waivers }) => [id, waivers]));
  const found = ruleNames.flatMap((rule) =>
    rules[rule](judged, catalog).flatMap(([id, message]) => (waivers.has(id) ? [{ id, rule, message }] : [])),
  );
  const isWaived = ({ id, rule }: Finding) => waivers.get(id)?.[rule] !== undefined;
  const needed = new Set(found.map(({ id, rule }) => `${id} ${rule}`));
  return {
    findings: found.filter((finding) => !isWaived(finding)),
    unneeded: [...waivers].flatMap(([id, given]) =>
      ruleNames.filter((rule) => given[rule] && !needed.has(`${id} ${rule}`)).map((rule) => ({ id, rule })),
    ),
  };
}

/** Formats the findings for an editor. */
export function describeFindings({ listings, findings, unneeded, refused }: Verified): string {
  const lines = [
    ...refused.flatMap(({ file, reasons }) => reasons.map((reason) => `${file}: ${reason}`)),
    ...findings.map(({ id, rule, message }) => `${id}: ${rule}: ${message}`),
    ...unneeded.map(({ id, rule }) => `${id}: the waiver for ${rule} is not needed any more`),
  ];
  return [...lines, `${listings} listings verified, ${lines.length} to fix.`].join("\n");
}

/** Whether there is nothing to fix. */
export function isClean({ findings, unneeded, refused }: Verified): boolean {
  return findings.length + unneeded.length + refused.length === 0;
}
