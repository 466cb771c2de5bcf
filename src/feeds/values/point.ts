import type { Place } from "../../meetings/meeting.ts";
import { isOnEarth } from "../../places/distance.ts";
import { canBeIn } from "../../places/state-boxes.ts";
import type { ReportRepair } from "../record.ts";
import { excerpt } from "./text.ts";

type Point = NonNullable<Place["point"]>;

/**
 * Returns a point from numbers or strings; null if unreadable, beyond ±180°, or at 0,0, where servers put what they cannot find. Latitudes over
 * 90° are kept, because pointIn may find the coordinates swapped.
 */
export function pointOf(latitude: unknown, longitude: unknown, repaired: ReportRepair): Place["point"] {
  if (isBlank(latitude) && isBlank(longitude)) return null;
  const point = pairOf(latitude, longitude);
  const known = Math.abs(point.latitude) <= 180 && Math.abs(point.longitude) <= 180 && (point.latitude !== 0 || point.longitude !== 0);
  if (!known || typeof latitude !== "number" || typeof longitude !== "number")
    repaired("coordinates", `${excerpt(latitude ?? undefined)}, ${excerpt(longitude ?? undefined)}`);
  return known ? point : null;
}

const isBlank = (value: unknown) => value === null || value === undefined || value === "";

/** Maximum characters of a number of degrees; longer texts are not read. */
const maxLength = 40;

/** Reads two values, or one that holds both. */
function pairOf(latitude: unknown, longitude: unknown): Point {
  const both = typeof latitude === "string" && latitude.length <= 2 * maxLength && isBlank(longitude);
  const [north, east] = both ? latitude.split(/,\s*|\s+/) : [latitude, longitude];
  return { latitude: degrees(north), longitude: degrees(east) };
}

/** Reads degrees: "46.5", "46,5", "46.5° N" or "110.2 W". */
function degrees(value: unknown): number {
  if (typeof value === "number") return value;
  const text = typeof value === "string" && value.length <= maxLength ? value.trim() : "";
  const [, figures, side] = text.match(/^([+-]?\d{1,3}(?:[.,]\d+)?)\s*(?:°\s*)?([NSEW])?$/i) ?? [];
  const size = figures === undefined ? Number.NaN : Number(figures.replace(",", "."));
  return side !== undefined && /[sw]/i.test(side) ? -Math.abs(size) : size;
}

/**
 * Returns the point if it can be in its state. If a lost minus sign or swapped coordinates explain why it is not, it is corrected; otherwise
 * null.
 */
export function pointIn(state: string | null, point: Place["point"], repaired: ReportRepair): Place["point"] {
  if (point === null) return null;
  if (isOnEarth(point) && (state === null || canBeIn(state, point))) return point;
  repaired("coordinates", `${point.latitude}, ${point.longitude} (${state ?? "off the earth"})`);
  return (state && likelyMeant(point).find((meant) => isOnEarth(meant) && canBeIn(state, meant))) || null;
}

/** Returns the point with its minus sign restored, and with its coordinates swapped. */
function likelyMeant({ latitude, longitude }: Point): Point[] {
  return [
    { latitude, longitude: -longitude },
    { latitude: longitude, longitude: latitude },
    { latitude: longitude, longitude: -latitude },
  ];
}
