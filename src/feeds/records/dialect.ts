import { type Fields, isObject } from "../record.ts";
import { isBmltField } from "./field-names.ts";

/** What a feed's records speak, whatever container holds them. */
export type Dialect = "meeting-guide" | "bmlt";

/** Fields that only this dialect has: of BMLT those of GetSearchResults, of which an address asks for some, and of its newer API. */
const characteristic: Record<Dialect, readonly string[]> = {
  bmlt: [
    ...["id_bigint", "weekday_tinyint", "service_body_bigint", "worldid_mixed", "location_municipality"],
    ...["serviceBodyId", "formatIds", "locationMunicipality"],
  ],
  "meeting-guide": ["slug", "name", "day", "time", "types"],
};

/** Fields of BMLT that others may have too: they count beside one of its own, or where there is no field but of BMLT. */
const shared = ["meeting_name", "venueType", "startTime"];

function has(record: Fields, dialect: Dialect): number {
  const count = (fields: readonly string[]) => fields.filter((field) => Object.hasOwn(record, field)).length;
  const own = count(characteristic[dialect]);
  return dialect === "bmlt" && (own > 0 || Object.keys(record).every(isBmltField)) ? own + count(shared) : own;
}

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
