import { around } from "geokdbush";
import KDBush from "kdbush";
import { isOnEarth, milesBetween, type Point } from "./distance.ts";

/** Points to ask "what is within so many miles of here?"; asked in time that grows with what is found, not with what there is. */
export interface NearIndex {
  points: readonly (Point | null)[];
  /** Null where there is no point at all, which kdbush cannot hold. */
  tree: KDBush | null;
  /** The position in `points` of what the tree knows by its own number. */
  positions: Uint32Array;
}

interface Near {
  position: number;
  /** In a straight line. */
  miles: number;
}

const kilometersInMile = 1.609344;
/** The tree's earth is rounder by a hair than ours: it is asked for a little more, and ours decides. */
const slack = 1.001;
/** Half way around the tree's earth. Asked for more, geokdbush would find less: its measure of distance turns back there. */
const furthestKilometers = 6371 * Math.PI;

/** An index over points by their position; null, and what is not on the earth, is near nothing. */
export function indexPoints(points: readonly (Point | null)[]): NearIndex {
  const positions = Uint32Array.from(points.flatMap((point, position) => (point && isOnEarth(point) ? [position] : [])));
  if (positions.length === 0) return { points, tree: null, positions };
  const tree = new KDBush(positions.length);
  for (const position of positions) tree.add(points[position]!.longitude, points[position]!.latitude);
  return { points, tree: tree.finish(), positions };
}

/** The points within so many miles of a center, nearest first; those at one distance in the order of their positions. */
export function within({ points, tree, positions }: NearIndex, center: Point, miles: number): Near[] {
  if (!tree || !isOnEarth(center) || !(miles >= 0)) return [];
  const kilometers = Math.min(miles * kilometersInMile * slack + 0.001, furthestKilometers);
  return around(tree, center.longitude, center.latitude, Number.POSITIVE_INFINITY, kilometers)
    .map((number) => ({ position: positions[number]!, miles: milesBetween(center, points[positions[number]!]!) }))
    .filter((near) => near.miles <= miles)
    .sort((a, b) => a.miles - b.miles || a.position - b.position);
}
