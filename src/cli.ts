import { describeReport, importCatalog } from "./catalog/import.ts";
import { catalogFolder } from "./catalog/read.ts";
import { describeFindings, isClean, verifyCatalog } from "./catalog/verify/verify.ts";
import { feedsCommand, feedsUsage, Misunderstood } from "./cli-feeds.ts";
import { readConfig } from "./config.ts";
import { openDatabase } from "./database/open.ts";
import { prepareIndexes } from "./site/indexes.ts";
import { loadAssets } from "./web/assets.ts";

const usage = `Usage: npm run catalog -- import [folder] | verify [folder] | index\n       ${feedsUsage}`;

/** One door for operators. Exit status: 0 done, 1 something was refused or failed, 2 the command was not understood. */
async function main([noun, verb, ...rest]: string[]): Promise<number> {
  if (noun === "catalog" && verb === "import" && rest.length <= 1) return importInto(rest[0] ?? catalogFolder);
  if (noun === "catalog" && verb === "verify" && rest.length <= 1) return verify(rest[0] ?? catalogFolder);
  if (noun === "catalog" && verb === "index" && rest.length === 0) return index();
  if (noun === "feeds" && verb) return feedsCommand([verb, ...rest]);
  console.error(usage);
  return 2;
}

function importInto(folder: string): number {
  const db = openDatabase(readConfig().database);
  try {
    const report = importCatalog(db, folder, new Date().toISOString());
    console.log(describeReport(report));
    return report.refused.length > 0 ? 1 : 0;
  } finally {
    db.close();
  }
}

/** Builds the search index of what the database holds, so that a server need not. */
function index(): number {
  const db = openDatabase(readConfig().database);
  try {
    prepareIndexes(db, catalogFolder, loadAssets().build);
    return 0;
  } finally {
    db.close();
  }
}

function verify(folder: string): number {
  const verified = verifyCatalog(folder);
  console.log(describeFindings(verified));
  return isClean(verified) ? 0 : 1;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const misunderstood = error instanceof Misunderstood;
  console.error(misunderstood ? `${error.message}\n${usage}` : `Nothing was changed: ${(error as Error).message}`);
  process.exitCode = misunderstood ? 2 : 1;
}
