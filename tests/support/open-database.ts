import { openDatabase } from "../../src/database/open.ts";
import { recordImport } from "../../src/database/versions.ts";
import { writeTransaction } from "../../src/database/write-transaction.ts";

/** Opens a database as every program of ours does, and writes into it; many of these are started at the same moment. */

const db = openDatabase(process.argv[2]!);
writeTransaction(
  db,
  () => undefined,
  () => recordImport(db, [], "2026-11-30T12:00:00.000Z", { by: process.pid }),
);
db.close();
