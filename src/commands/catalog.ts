import { describeExport, exportCatalog } from "../catalog/export.ts";
import { describeImport, importCatalog } from "../catalog/import.ts";
import { catalogFolder } from "../catalog/read.ts";
import { describeFindings, isClean, verifyCatalog } from "../catalog/verify/verify.ts";
import { writeTransaction } from "../database/write-transaction.ts";
import { fillPlaces } from "../places/fill.ts";
import { builtCatalog } from "../site/catalog.ts";
import { prepareIndexes } from "../site/indexes.ts";
import { loadAssets } from "../web/assets.ts";
import { chooseCommand } from "./choose-command.ts";
import { Misunderstood } from "./misunderstood.ts";
import { sayWaiting, withDatabase, withFilledDatabase } from "./with-database.ts";

/** Usage of the commands about the catalog. */
export const catalogUsage = "npm run catalog -- import [folder] | export [folder] | verify [folder] | index";

/** Runs one command about the catalog. Resolves to the exit status: 1 if a file was refused, skipped or needs fixing. Throws Misunderstood. */
export async function catalogCommand([verb, ...rest]: readonly string[]): Promise<number> {
  const command = chooseCommand(commands, { noun: "catalog", inSentence: "the catalog" }, verb);
  const option = rest.find((word) => word.startsWith("-"));
  if (option) throw new Misunderstood(`"catalog ${verb}" has no option ${option}.`);
  if (rest.length > command.maxFolders) {
    throw new Misunderstood(`"catalog ${verb}" takes ${command.maxFolders === 0 ? "no folder" : "one folder at most"}.`);
  }
  return command.run(rest[0] ?? catalogFolder);
}

interface Command {
  maxFolders: 0 | 1;
  run(folder: string): number | Promise<number>;
}

const commands: Record<string, Command> = {
  import: {
    maxFolders: 1,
    run: (folder) =>
      withDatabase((db) => {
        const report = writeTransaction(db, sayWaiting, () => {
          fillPlaces(db);
          return importCatalog(db, folder, new Date().toISOString());
        });
        console.log(describeImport(report));
        return report.refused.length > 0 ? 1 : 0;
      }),
  },
  /** Writes what the desk has changed back into the catalog's files. */
  export: {
    maxFolders: 1,
    run: (folder) =>
      withFilledDatabase((db) => {
        const report = exportCatalog(db, folder);
        console.log(describeExport(report));
        return report.newer.length > 0 ? 1 : 0;
      }),
  },
  verify: {
    maxFolders: 1,
    run(folder) {
      const verified = verifyCatalog(folder);
      console.log(describeFindings(verified));
      return isClean(verified) ? 0 : 1;
    },
  },
  /** Builds the search indexes of the database, so that the server need not. */
  index: {
    maxFolders: 0,
    run: () =>
      withFilledDatabase((db) => {
        prepareIndexes(db, builtCatalog, loadAssets().build, console.error);
        return 0;
      }),
  },
};
