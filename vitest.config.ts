import { defineConfig } from "vitest/config";

const unit = { include: ["tests/**/*.test.ts"], exclude: ["tests/browser/**"], testTimeout: 20_000 };
/** These look at what a module does when it is first loaded, so each needs modules of its own. */
const alone = ["tests/places/wall-clock.test.ts", "tests/web/view.test.ts"];

export default defineConfig({
  test: {
    globalSetup: "tests/support/setup.ts",
    // By itself vitest leaves one processor idle, which on a machine with two is half of them.
    maxWorkers: "100%",
    projects: [
      // A worker keeps the modules that it has loaded: to load them anew for each file took as long as the tests.
      { test: { name: "unit", ...unit, exclude: [...unit.exclude, ...alone], isolate: false } },
      { test: { name: "alone", ...unit, include: alone } },
      {
        test: { name: "browser", include: ["tests/browser/**/*.test.ts"], testTimeout: 120_000, hookTimeout: 60_000, isolate: false },
      },
    ],
  },
});
