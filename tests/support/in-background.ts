import { keepFeedsFresh } from "../../src/site/background.ts";

/**
 * A program that keeps feeds fresh and does nothing else. It says what happens, and ends when told to. TROUBLE keeps it from starting
 * processes: `missing`, which is told by an event as a want of descriptors is, or `too-large`, which is thrown as a want of memory is.
 */

function environment(): NodeJS.ProcessEnv {
  const { TROUBLE: trouble } = process.env;
  if (trouble === "missing") process.execPath = "/no/such/program";
  return trouble === "too-large" ? { ...process.env, LARGE: "x".repeat(4_000_000) } : process.env;
}

let waits = 0;
const chance = () => {
  console.log(`Wait ${++waits}.`);
  return 0;
};

process.once("SIGTERM", () => {
  work.stop();
  console.log("Stopped.");
});
const work = keepFeedsFresh(10, environment(), { chance, minPause: 0 });
