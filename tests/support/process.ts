import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

const root = join(import.meta.dirname, "../..");

/** A program of the project, running on its own as an operator would run it. */
export interface Running {
  child: ChildProcess;
  /** Everything it has said so far. */
  said(): string;
  /** What of that went to its standard output. */
  printed(): string;
  /** Resolves when it has said this, with what the first group caught; rejects when it ends before. */
  until(pattern: RegExp): Promise<string>;
  /** Resolves to its exit status. */
  ended: Promise<number | null>;
}

/** Runs a built program with these settings and nothing else from the environment that the project reads. */
export function run(file: string, args: string[], settings: Record<string, string>): Running {
  return start(process.execPath, [join(root, file), ...args], root, settings);
}

/** Runs an npm script as an operator types it, in this folder of the project. */
export function runScript(script: string, args: string[], settings: Record<string, string>, folder = root): Running {
  return start("npm", ["run", "--silent", script, "--", ...args], folder, settings);
}

function start(program: string, args: string[], folder: string, settings: Record<string, string>): Running {
  const { PATH } = process.env;
  const child = spawn(program, args, { cwd: folder, env: { PATH, ...settings } });
  let said = "";
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (said += chunk));
  child.stdout.on("data", (chunk: Buffer) => (printed += chunk));
  // Not "exit": what it said last may arrive after that.
  const ended = once(child, "close").then(([status]) => status as number | null);
  return {
    child,
    said: () => said,
    printed: () => printed,
    ended,
    until: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const match = pattern.exec(said);
          if (match) resolve(match[1] ?? match[0]);
        };
        for (const stream of [child.stdout, child.stderr]) stream.on("data", look);
        child.on("exit", () => reject(new Error(`It ended without saying ${pattern}:\n${said}`)));
        look();
      }),
  };
}
