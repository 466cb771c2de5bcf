import { resolve } from "node:path";
import { renewIdentity } from "../changes/identity.ts";
import { readConfig } from "../config.ts";
import { restoreDatabase } from "../database/restore.ts";
import { Misunderstood } from "./misunderstood.ts";

/** Usage of the command that restores a backup. */
export const restoreUsage = "npm run restore -- FILE";

/** Replaces the database with a backup, even while the site runs. Resolves to the exit status. Throws Misunderstood, or another Error. */
export async function restoreCommand([given, ...more]: readonly string[]): Promise<number> {
  if (given === undefined) throw new Misunderstood("Say which backup to restore.");
  if (given.startsWith("-") || more.length > 0) throw new Misunderstood('"restore" takes one file and no options.');
  const { database } = readConfig();
  const file = resolve(process.env["INIT_CWD"] ?? ".", given);
  const aside = restoreDatabase(database, file, Date.now(), renewIdentity);
  console.log(`${database} is now what ${file} holds. A site that runs shows it within a few seconds.`);
  if (aside !== null) console.log(`The database from before is kept as ${aside}; remove it when all is well.`);
  return 0;
}
