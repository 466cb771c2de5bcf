import { execFileSync } from "node:child_process";

/** Once before all tests, the build that operators have: the programs, what pages point to, and the ZIP codes. */
export function setup(): void {
  execFileSync("npm", ["run", "--silent", "build"], { stdio: "inherit" });
}
