import { around } from "geokdbush";
import KDBush from "kdbush";
import { type Bits, countBits, eachBit, hasBit } from "../search/facets/bits.ts";
import { isOnEarth, milesBetween, type Point } from "./distance.ts";

/** Coordinates by position; NaN where there are none. */
interface Points {
  latitudes: Float64Array;
  longitudes: Float64Array;
}

/** Index for "what is within so many miles of here?", in time that grows with the results, not with the number of points. */
export interface PointIndex extends Points {
  /** The tree's memory, with each point once; null if there are no points, because kdbush cannot be empty. */
  tree: ArrayBuffer | null;
  /** The positions at each point, by its number in the tree: those from its `starts` to before the next one's. */
  positions: Uint32Array;
  starts: Uint32Array;
}

/** A center, and a radius around it. */
export interface Reach extends Point {
  miles: number;
}

interface NearPoint {
  position: number;
  /** In a straight line. */
  miles: number;
}

const kilometersInMile = 1.609344;
/** The tree's earth has a slightly different radius from ours: the tree is asked for a little more, and our distance decides. */
const slack = 1.001;
/** Half the circumference of the tree's earth. Beyond that, geokdbush would find less, because its distance measure decreases again. */
const earthRadius = 6371;
const maxKilometers = earthRadius * Math.PI;
const degree = Math.PI / 180;

/** Indexes points by position; what is not on the earth is near nothing. */
export function indexPoints(points: Points): PointIndex {
  const isPoint = (position: number) => isOnEarth({ latitude: points.latitudes[position]!, longitude: points.longitudes[position]! });
  const onEarth = (degrees: Float64Array) => degrees.map((value, position) => (isPoint(position) ? value : Number.NaN));
  const [latitudes, longitudes] = [onEarth(points.latitudes), onEarth(points.longitudes)];
  const compare = (a: number, b: number) => latitudes[a]! - latitudes[b]! || longitudes[a]! - longitudes[b]!;
  const positions = Uint32Array.from(latitudes.keys())
    .filter(isPoint)
    .sort((a, b) => compare(a, b) || a - b);
  const firsts = Uint32Array.from(positions.keys()).filter((at) => at === 0 || compare(positions[at - 1]!, positions[at]!) !== 0);
  const starts = Uint32Array.from([...firsts, positions.length]);
  if (positions.length === 0) return { latitudes, longitudes, tree: null, positions, starts };
  const tree = new KDBush(firsts.length);
  for (const at of firsts) tree.add(longitudes[positions[at]!]!, latitudes[positions[at]!]!);
  return { latitudes, longitudes, tree: tree.finish().data as ArrayBuffer, positions, starts };
}

/** Returns the distance of a position from a center, in miles; NaN if it has no point. */
export function milesTo({ latitudes, longitudes }: Points, center: Point, position: number): number {
  return milesBetween(center, { latitude: latitudes[position]!, longitude: longitudes[position]! });
}

/** Calls `visit` with each of these positions within a radius in miles around a center, in any order, and with its distance. */
export function eachWithin(points: PointIndex, { miles, ...center }: Reach, asked: Bits, visit: Visit): void {
  const { tree, positions, starts } = points;
  if (!tree || !isOnEarth(center) || !(miles >= 0)) return;
  const kilometers = Math.min(miles * kilometersInMile * slack + 0.001, maxKilometers);
  for (const number of numbersWithin(KDBush.from(tree), center, kilometers)) {
    let away: number | null = null;
    for (let at = starts[number]!; at < starts[number + 1]!; at++) {
      const position = positions[at]!;
      if (!hasBit(asked, position)) continue;
      away ??= milesTo(points, center, position);
      if (away > miles) break;
      visit(position, away);
    }
  }
}

type Visit = (position: number, miles: number) => void;

/** Miles. In a town the nearest twenty groups are within this. */
const firstCircle = 3;
const widening = 1.5;

/**
 * Yields the same positions lazily, nearest first; those at one distance in the order of their positions. Searches widening circles, so that
 * the nearest of many come at once.
 */
export function* nearestFirst(points: PointIndex, { miles, ...center }: Reach, asked: Bits): Generator<NearPoint> {
  const few = countBits(asked) <= maxMeasured ? measureEach(points, { ...center, miles }, asked) : null;
  let beyond = -1;
  for (let circle = Math.min(firstCircle, miles); ; circle = Math.min(widening * circle, miles)) {
    const ring: NearPoint[] = [];
    const add: Visit = (position, away) => void (away > beyond && ring.push({ position, miles: away }));
    if (few === null) eachWithin(points, { ...center, miles: circle }, asked, add);
    else for (const near of few) if (near.miles <= circle) add(near.position, near.miles);
    yield* ring.sort((a, b) => a.miles - b.miles || a.position - b.position);
    if (!(circle < miles)) return;
    beyond = circle;
  }
}

/** Up to this many are measured one by one sooner than wide circles are searched. */
const maxMeasured = 2000;

function measureEach(points: PointIndex, { miles, ...center }: Reach, asked: Bits): NearPoint[] {
  const near: NearPoint[] = [];
  if (isOnEarth(center))
    eachBit(asked, (position) => {
      const away = milesTo(points, center, position);
      if (away <= miles) near.push({ position, miles: away });
    });
  return near;
}

/** Returns the numbers of all points within a distance, unordered, and some beyond: a box takes a tenth of the time of a queue by distance. */
function numbersWithin(tree: KDBush, { latitude, longitude }: Point, kilometers: number): number[] {
  const angle = kilometers / earthRadius;
  const [south, north] = [latitude - angle / degree, latitude + angle / degree];
  const sine = Math.sin(angle) / Math.cos(latitude * degree);
  const east = Math.asin(Math.min(1, sine)) / degree;
  // A circle around a pole or across the date line does not fit into a box.
  if (south <= -90 || north >= 90 || longitude - east <= -180 || longitude + east >= 180)
    return around(tree, longitude, latitude, Number.POSITIVE_INFINITY, kilometers);
  return tree.range(longitude - east, south, longitude + east, north);
}
