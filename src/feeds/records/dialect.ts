import { type Fields, isObject } from "../record.ts";
import { isBmltField } from "./field-names.ts";

/** The field vocabulary of a feed's records, whatever their container. */
export type Dialect = "meeting-guide" | "bmlt";

/** Fields that only this dialect has. For BMLT, those of GetSearchResults, of which a query may request only some, and of its newer API. */
const characteristic: Record<Dialect, readonly string[]> = {
  bmlt: [
    ...["id_bigint", "weekday_tinyint", "service_body_bigint", "worldid_mixed", "location_municipality"],
    ...["serviceBodyId", "formatIds", "locationMunicipality"],
  ],
  "meeting-guide": ["slug", "name", "day", "time", "types"],
};

/** BMLT fields that others may have too: counted only beside a field unique to BMLT, or if all fields are BMLT's. */
const shared = ["meeting_name", "venueType", "startTime"];

function has(record: Fields, dialect: Dialect): number {
  const count = (fields: readonly string[]) => fields.filter((field) => Object.hasOwn(record, field)).length;
  const own = count(characteristic[dialect]);
  return dialect === "bmlt" && (own > 0 || Object.keys(record).every(isBmltField)) ? own + count(shared) : own;
}

/** Returns the dialect that most fields of the first records belong to; null if none of them is known. */
export function dialectOf(records: readonly unknown[]): Dialect | null {
  const first = records.slice(0, 100).filter(isObject);
  const count = (dialect: Dialect) => first.reduce((sum, record) => sum + has(record, dialect), 0);
  const [bmlt, guide] = [count("bmlt"), count("meeting-guide")];
  if (bmlt === 0 && guide === 0) return null;
  return bmlt >= guide ? "bmlt" : "meeting-guide";
}

/** Whether a value has enough fields of a meeting to be a record; an error response does not. */
export function isRecord(value: unknown): boolean {
  return isObject(value) && (has(value, "bmlt") >= 3 || has(value, "meeting-guide") >= 3);
}
