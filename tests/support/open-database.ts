import { openDatabase } from "../../src/database/open.ts";
import { recordChange } from "./record-change.ts";

/** Opens a database as every program of ours does, and writes into it; many of these are started at the same moment. */

const db = openDatabase(process.argv[2]!);
recordChange(db, "programs");
db.close();
