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
  /** The tree's memory, each point in it once; null where there is no point at all, which kdbush cannot hold. */
  tree: ArrayBuffer | null;
  /** What is at each point, by its number in the tree: the positions from `starts` of it to before `starts` of the next. */
  positions: Uint32Array;
  starts: Uint32Array;
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
  const compare = (a: number, b: number) => latitudes[a]! - latitudes[b]! || longitudes[a]! - longitudes[b]!;
  const positions = Uint32Array.from(latitudes.keys())
    .filter(isPoint)
    .sort((a, b) => compare(a, b) || a - b);
  const isFirst = (position: number, at: number) => at === 0 || compare(positions[at - 1]!, position) !== 0;
  const firsts = positions.filter(isFirst);
  const starts = Uint32Array.from([...positions.keys().filter((at) => isFirst(positions[at]!, at)), positions.length]);
  if (positions.length === 0) return { latitudes, longitudes, tree: null, positions, starts };
  const tree = new KDBush(firsts.length);
  for (const position of firsts) tree.add(longitudes[position]!, latitudes[position]!);
  return { latitudes, longitudes, tree: tree.finish().data as ArrayBuffer, positions, starts };
}

/** How far a position is from a center, in miles; NaN where it has no point. */
export function milesTo({ latitudes, longitudes }: Points, center: Point, position: number): number {
  return milesBetween(center, { latitude: latitudes[position]!, longitude: longitudes[position]! });
}

/**
 * Calls `visit` with every position within so many miles of a center, in any order, and its miles. With `isAsked` only those that it
 * accepts: what it refuses costs next to nothing.
 */
export function eachWithin(
  points: PointIndex,
  { miles, ...center }: Reach,
  visit: (position: number, miles: number) => void,
  isAsked: (position: number) => boolean = () => true,
): void {
  const { tree, positions, starts } = points;
  if (!tree || !isOnEarth(center) || !(miles >= 0)) return;
  const kilometers = Math.min(miles * kilometersInMile * slack + 0.001, maxKilometers);
  for (const number of numbersWithin(KDBush.from(tree), center, kilometers)) {
    let away: number | null = null;
    for (let at = starts[number]!; at < starts[number + 1]!; at++) {
      const position = positions[at]!;
      if (!isAsked(position)) continue;
      away ??= milesTo(points, center, position);
      if (away > miles) break;
      visit(position, away);
    }
  }
}

/** Miles. In a town the first twenty groups are as near. */
const firstCircle = 3;
const widening = 1.5;

/**
 * The same positions nearest first, one by one as they are asked for; those at one distance in the order of their positions. It looks in
 * circles, each wider than the one before, so that the nearest of many come at once.
 */
export function* nearestFirst(
  points: PointIndex,
  { miles, ...center }: Reach,
  isAsked?: (position: number) => boolean,
): Generator<NearPoint> {
  let beyond = -1;
  for (let circle = Math.min(firstCircle, miles); ; circle = Math.min(widening * circle, miles)) {
    const ring: NearPoint[] = [];
    const add = (position: number, away: number) => away > beyond && ring.push({ position, miles: away });
    eachWithin(points, { ...center, miles: circle }, add, isAsked);
    yield* ring.sort((a, b) => a.miles - b.miles || a.position - b.position);
    if (!(circle < miles)) return;
    beyond = circle;
  }
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
