import { execFileSync } from "node:child_process";

/** Once before all tests, the build that operators have: the programs, what pages point to, and the ZIP codes. */
export function setup(): void {
  if (!process.features.typescript)
    throw new Error(`The tests need Node 22.18 or later, and this is ${process.version}: npm test finds it.`);
  execFileSync("npm", ["run", "--silent", "build"], { stdio: "inherit" });
}
