import { existsSync } from "node:fs";
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

/** What to do where there is none. */
export const advice = "The browser tests need Chromium: install it (on Debian: sudo apt-get install chromium) or set CHROMIUM_PATH to one.";

/** The path of a Chromium on this machine. Throws one sentence that says how to get one. */
export function chromiumPath(): string {
  const path = process.env["CHROMIUM_PATH"] ?? places.find((place) => existsSync(place));
  if (!path || !existsSync(path)) throw new Error(advice);
  return path;
}

/** Chromium, talking to nobody but the page under test; with a size of text that its reader has chosen, in pixels. */
export function openBrowser(textSize = 16): Promise<Browser> {
  const quiet = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
    "--no-first-run",
    "--disable-gpu",
  ];
  return chromium.launch({
    executablePath: chromiumPath(),
    args: ["--no-sandbox", `--blink-settings=defaultFontSize=${textSize}`, ...quiet],
  });
}
