import { around } from "geokdbush";
import KDBush from "kdbush";
import { isOnEarth, milesBetween, type Point } from "./distance.ts";

/** Points by their position; NaN where there is none. */
interface Points {
  latitudes: Float64Array;
  longitudes: Float64Array;
}

/** Answers "what is within so many miles of here?" in time that grows with what is found, not with what there is. */
export interface PointIndex extends Points {
  /** The tree's memory; null where there is no point at all, which kdbush cannot hold. */
  tree: ArrayBuffer | null;
  /** The position of each point by its number in the tree. */
  positions: Uint32Array;
}

/** A center, and how far to look around it. */
export interface Reach extends Point {
  miles: number;
}

interface NearPoint {
  position: number;
  /** In a straight line. */
  miles: number;
}

const kilometersInMile = 1.609344;
/** The tree's earth is a perfect sphere and ours is measured: the tree is asked for a little more, and ours decides. */
const slack = 1.001;
/** Half way around the tree's earth. Asked for more, geokdbush would find less: its measure of distance turns back there. */
const earthRadius = 6371;
const maxKilometers = earthRadius * Math.PI;
const degree = Math.PI / 180;

/** An index over points by their position; what is not on the earth is near nothing. */
export function indexPoints({ latitudes, longitudes }: Points): PointIndex {
  const isPoint = (position: number) => isOnEarth({ latitude: latitudes[position]!, longitude: longitudes[position]! });
  const positions = Uint32Array.from(latitudes.keys()).filter(isPoint);
  if (positions.length === 0) return { latitudes, longitudes, tree: null, positions };
  const tree = new KDBush(positions.length);
  for (const position of positions) tree.add(longitudes[position]!, latitudes[position]!);
  return { latitudes, longitudes, tree: tree.finish().data as ArrayBuffer, positions };
}

/**
 * The points within so many miles of a center, nearest first; those at one distance in the order of their positions. With `isAsked` only
 * the positions that it accepts: what it refuses costs next to nothing.
 */
export function milesWithin(
  { latitudes, longitudes, tree, positions }: PointIndex,
  { miles, ...center }: Reach,
  isAsked: (position: number) => boolean = () => true,
): NearPoint[] {
  if (!tree || !isOnEarth(center) || !(miles >= 0)) return [];
  const kilometers = Math.min(miles * kilometersInMile * slack + 0.001, maxKilometers);
  return numbersWithin(KDBush.from(tree), center, kilometers)
    .map((number) => positions[number]!)
    .filter(isAsked)
    .map((position) => {
      return { position, miles: milesBetween(center, { latitude: latitudes[position]!, longitude: longitudes[position]! }) };
    })
    .filter((near) => near.miles <= miles)
    .sort((a, b) => a.miles - b.miles || a.position - b.position);
}

/** The numbers of all points that are so near, in any order, with some that are farther: a box takes a tenth of what a queue by distance does. */
function numbersWithin(tree: KDBush, { latitude, longitude }: Point, kilometers: number): number[] {
  const angle = kilometers / earthRadius;
  const [south, north] = [latitude - angle / degree, latitude + angle / degree];
  const sine = Math.sin(angle) / Math.cos(latitude * degree);
  const east = Math.asin(Math.min(1, sine)) / degree;
  // A circle around a pole or across the date line is no box.
  if (south <= -90 || north >= 90 || longitude - east <= -180 || longitude + east >= 180)
    return around(tree, longitude, latitude, Number.POSITIVE_INFINITY, kilometers);
  return tree.range(longitude - east, south, longitude + east, north);
}
