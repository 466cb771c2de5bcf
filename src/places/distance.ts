/** Degrees, positive to the north and east. */
export interface Point {
  latitude: number;
  longitude: number;
}

/** Mean radius of the earth (IUGG) in miles of 1.609344 km. */
const earthRadius = 6371.0088 / 1.609344;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Returns the great-circle distance in miles (haversine); a road is longer. */
export function milesBetween(a: Point, b: Point): number {
  const half = (from: number, to: number) => Math.sin(radians(to - from) / 2) ** 2;
  const across = half(a.longitude, b.longitude) * Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude));
  return 2 * earthRadius * Math.asin(Math.sqrt(Math.min(1, half(a.latitude, b.latitude) + across)));
}

/** Whether these degrees exist. */
export function isOnEarth({ latitude, longitude }: Point): boolean {
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
}
