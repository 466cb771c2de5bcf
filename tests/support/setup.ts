import { buildAssets, buildPlaces } from "../../src/build.ts";

/** Once before all tests: the style sheet and icons that pages point to, and the ZIP codes. */
export function setup(): void {
  buildAssets();
  buildPlaces();
}
