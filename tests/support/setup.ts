import { buildAssets } from "../../src/build.ts";

/** Once before all tests: the style sheet and icons that pages point to. */
export function setup(): void {
  buildAssets();
}
