import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { milesBetween, type Point } from "../../src/places/distance.ts";
import { eachWithin, indexPoints, nearestFirst, type Reach } from "../../src/places/within-miles.ts";

const degrees = (most: number) => fc.double({ min: -most, max: most, noNaN: true });
const point: fc.Arbitrary<Point> = fc.record({ latitude: degrees(90), longitude: degrees(180) });
/** Many points close together, so that a small circle holds some. */
const local: fc.Arbitrary<Point> = fc.record({
  latitude: fc.double({ min: 46, max: 49, noNaN: true }),
  longitude: fc.double({ min: -116, max: -110, noNaN: true }),
});

/** Points at which several are. */
const shared = fc.constantFrom<Point>(
  { latitude: 47, longitude: -112 },
  { latitude: 47, longitude: -113 },
  { latitude: 46.9, longitude: -112 },
);

const indexOf = (points: readonly (Point | null)[]) =>
  indexPoints({
    latitudes: Float64Array.from(points, (point) => point?.latitude ?? Number.NaN),
    longitudes: Float64Array.from(points, (point) => point?.longitude ?? Number.NaN),
  });

const milesWithin = (...asked: Parameters<typeof nearestFirst>) => [...nearestFirst(...asked)];

describe("miles between two points", () => {
  it.each([
    ["New York", { latitude: 40.7128, longitude: -74.006 }, "Los Angeles", { latitude: 34.0522, longitude: -118.2437 }, 2445.6],
    ["the pole", { latitude: 90, longitude: 0 }, "the equator", { latitude: 0, longitude: 77 }, 6218.4],
    ["one side of the date line", { latitude: 0, longitude: 179.5 }, "the other", { latitude: 0, longitude: -179.5 }, 69.1],
    ["a place", { latitude: 48, longitude: -114 }, "itself", { latitude: 48, longitude: -114 }, 0],
    ["a place", { latitude: 48, longitude: -114 }, "its antipode", { latitude: -48, longitude: 66 }, 12436.9],
  ])("from %s %o to %s %o are %d", (_, from, __, to, miles) => {
    expect(Math.abs(milesBetween(from, to) - miles)).toBeLessThan(0.1);
  });
});

describe("what is within so many miles", () => {
  const points = fc.array(fc.option(fc.oneof(point, local, shared), { freq: 5 }), { maxLength: 200 });

  it("is what measuring every point one by one finds, nearest first", () => {
    fc.assert(
      fc.property(points, fc.oneof(point, local), fc.oneof(fc.integer({ min: 0, max: 200 }), fc.nat(13_000)), (all, center, miles) => {
        const expected = all
          .flatMap((each, position) => (each ? [{ position, miles: milesBetween(center, each) }] : []))
          .filter((near) => near.miles <= miles)
          .sort((a, b) => a.miles - b.miles || a.position - b.position);
        expect(milesWithin(indexOf(all), { ...center, miles })).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  it("is only what is asked for, where not all is", () => {
    fc.assert(
      fc.property(
        points,
        fc.oneof(local, shared),
        fc.integer({ min: 1, max: 200 }),
        fc.integer({ min: 1, max: 5 }),
        (all, center, miles, nth) => {
          const index = indexOf(all);
          const reach: Reach = { ...center, miles };
          const isAsked = (position: number) => position % nth === 0;
          const expected = milesWithin(index, reach).filter(({ position }) => isAsked(position));
          const visited: { position: number; miles: number }[] = [];
          eachWithin(index, reach, (position, miles) => visited.push({ position, miles }), isAsked);
          expect(visited.sort((a, b) => a.miles - b.miles || a.position - b.position)).toEqual(expected);
          expect(milesWithin(index, reach, isAsked)).toEqual(expected);
          expect([...nearestFirst(index, reach, isAsked).take(3)]).toEqual(expected.slice(0, 3));
        },
      ),
    );
  });

  it("is nothing where there are no points, no center or no distance", () => {
    const here = { latitude: 48, longitude: -114 };
    const off = { latitude: Number.NaN, longitude: 0 };
    expect(milesWithin(indexOf([]), { ...here, miles: 50 })).toEqual([]);
    expect(milesWithin(indexOf([null, off, { latitude: 91, longitude: 0 }]), { ...here, miles: 50 })).toEqual([]);
    expect(milesWithin(indexOf([here]), { ...off, miles: 50 })).toEqual([]);
    expect(milesWithin(indexOf([here]), { ...here, miles: Number.NaN })).toEqual([]);
    expect(milesWithin(indexOf([here]), { ...here, miles: -1 })).toEqual([]);
    expect(milesWithin(indexOf([null, here]), { ...here, miles: 0 })).toEqual([{ position: 1, miles: 0 }]);
  });
});
