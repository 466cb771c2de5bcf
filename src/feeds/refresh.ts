import { spawn } from "node:child_process";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * Fetches the feeds again and again, each time in a process of its own, so that no reader waits for an import; the server takes up
 * what it wrote. One at a time, and up to a tenth later by chance, so that many sites do not ask at the same minute.
 */
export function keepFeedsFresh(every: number, environment: NodeJS.ProcessEnv, chance: () => number = Math.random): { stop(): void } {
  const door = fileURLToPath(new URL(`../cli${extname(import.meta.url)}`, import.meta.url));
  let child: ReturnType<typeof spawn> | null = null;
  let timer: NodeJS.Timeout;
  const wait = () => {
    timer = setTimeout(refresh, every * (1 + chance() / 10));
  };
  const refresh = () => {
    child = spawn(process.execPath, [...process.execArgv, door, "feeds", "update", "--patient"], { env: environment, stdio: "inherit" });
    child.once("exit", wait);
  };
  wait();
  return {
    stop() {
      clearTimeout(timer);
      child?.kill();
    },
  };
}
