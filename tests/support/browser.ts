import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { type Browser, chromium } from "playwright-core";

const places = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

const advice = "The browser tests need Chromium: install it (on Debian: sudo apt-get install chromium) or set CHROMIUM_PATH to one.";

/** The path of a Chromium on this machine. Throws one sentence that says how to get one. */
export function chromiumPath(): string {
  const path = process.env["CHROMIUM_PATH"] ?? places.find((place) => existsSync(place));
  if (!path || !existsSync(path)) throw new Error(advice);
  return path;
}

/** Chromium, talking to nobody but the page under test. */
export function openBrowser(): Promise<Browser> {
  const quiet = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--no-first-run",
    "--disable-gpu",
  ];
  return chromium.launch({ executablePath: chromiumPath(), args: ["--no-sandbox", ...quiet] });
}

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

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  try {
    fetchBrowser();
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
