import { buildAssets, buildPlaces, buildPrograms } from "../../src/build.ts";

/** Once before all tests, what `npm run build` makes: the programs, what pages point to, and the ZIP codes. */
export function setup(): void {
  buildPrograms();
  buildAssets();
  buildPlaces();
}
