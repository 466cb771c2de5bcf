import { join } from "node:path";
import { documentSchema } from "../../library/document.ts";
import { type Objection, objections } from "../../listing/waivers.ts";
import { programSchema } from "../../programs/program.ts";
import { type Catalog, checks } from "./checks.ts";
import { type Refusal, readListings } from "../read.ts";

/** Something an editor should mend, or answer with an exception in the file. */
interface Finding {
  id: string;
  objection: Objection;
  says: string;
}

interface Verified {
  listings: number;
  findings: Finding[];
  /** Exceptions that the listing does not need any more. */
  needless: { id: string; objection: Objection }[];
  refused: Refusal[];
}

/** Reads the catalog in a folder and tells what is wrong with it beyond its schemas. */
export function verifyCatalog(folder: string): Verified {
  const programs = readListings(join(folder, "programs"), programSchema);
  const documents = readListings(join(folder, "library"), documentSchema);
  const catalog = { programs: programs.listings, documents: documents.listings };
  const listings = programs.listings.length + documents.listings.length;
  return { listings, ...objectionsTo(catalog), refused: [...programs.refused, ...documents.refused] };
}

/** What the checks object to, less what the listings have answered. */
export function objectionsTo(catalog: Catalog): Pick<Verified, "findings" | "needless"> {
  const found = objections.flatMap((objection) => checks[objection](catalog).map(([id, says]) => ({ id, objection, says })));
  const exceptions = new Map([...catalog.programs, ...catalog.documents].map(({ id, exceptions }) => [id, exceptions]));
  const answered = ({ id, objection }: Finding) => exceptions.get(id)?.[objection] !== undefined;
  const needed = new Set(found.map(({ id, objection }) => `${id} ${objection}`));
  return {
    findings: found.filter((finding) => !answered(finding)),
    needless: [...exceptions].flatMap(([id, given]) =>
      objections.filter((objection) => given[objection] && !needed.has(`${id} ${objection}`)).map((objection) => ({ id, objection })),
    ),
  };
}

/** What was found, as an editor reads it. */
export function describeFindings({ listings, findings, needless, refused }: Verified): string {
  const lines = [
    ...refused.flatMap(({ file, reasons }) => reasons.map((reason) => `${file}: ${reason}`)),
    ...findings.map(({ id, objection, says }) => `${id}: ${objection}: ${says}`),
    ...needless.map(({ id, objection }) => `${id}: the exception for ${objection} is not needed any more`),
  ];
  return [...lines, `${listings} listings verified, ${lines.length} to mend.`].join("\n");
}

/** True when there is nothing to mend. */
export function isClean({ findings, needless, refused }: Verified): boolean {
  return findings.length + needless.length + refused.length === 0;
}
