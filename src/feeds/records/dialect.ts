import { type Fields, isObject } from "../record.ts";

/** What a feed's records speak, whatever container holds them. */
export type Dialect = "meeting-guide" | "bmlt";

/** Fields that only this dialect has: of BMLT those of GetSearchResults, of which an address asks for some, and of its newer API. */
const characteristic: Record<Dialect, readonly string[]> = {
  bmlt: [
    ...["id_bigint", "weekday_tinyint", "service_body_bigint", "worldid_mixed", "meeting_name", "location_municipality"],
    ...["serviceBodyId", "venueType", "startTime", "formatIds", "locationMunicipality"],
  ],
  "meeting-guide": ["slug", "name", "day", "time", "types"],
};

const has = (record: Fields, dialect: Dialect) => characteristic[dialect].filter((field) => field in record).length;

/** The dialect of most fields in the first records; null where none of them is known. */
export function dialectOf(records: readonly unknown[]): Dialect | null {
  const first = records.slice(0, 100).filter(isObject);
  const count = (dialect: Dialect) => first.reduce((sum, record) => sum + has(record, dialect), 0);
  const [bmlt, guide] = [count("bmlt"), count("meeting-guide")];
  if (bmlt === 0 && guide === 0) return null;
  return bmlt >= guide ? "bmlt" : "meeting-guide";
}

/** Whether a value has enough of a meeting's fields to be its record, which an answer with an error has not. */
export function isRecord(value: unknown): boolean {
  return isObject(value) && (has(value, "bmlt") >= 3 || has(value, "meeting-guide") >= 3);
}
