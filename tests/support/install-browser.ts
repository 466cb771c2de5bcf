import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { advice, chromiumPath } from "./browser.ts";

/** Fetches Debian's Chromium where there is none and this account may install it. */
function fetchBrowser(): void {
  try {
    chromiumPath();
  } catch {
    if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) throw new Error(advice);
    console.log("No Chromium here: installing Debian's (about half a minute) …");
    const apt = (...args: string[]) =>
      execFileSync("apt-get", args, { stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
    apt("update");
    apt("install", "-y", "--no-install-recommends", "chromium", "fonts-dejavu-core");
  }
}

try {
  fetchBrowser();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
