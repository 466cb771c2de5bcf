import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { root } from "../../src/root.ts";

/** A server in a process of its own. */
export interface Running {
  url: string;
  pid: number;
  stop(): Promise<void>;
}

const children = new Set<ChildProcess>();
process.on("exit", () => children.forEach((child) => void child.kill()));
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));

/** What `npm start` or `npm run feeds` hands to Node, after the build. */
export function argumentsOf(script: "start" | "feeds"): string[] {
  const { scripts } = JSON.parse(readFileSync(new URL("package.json", root), "utf8"));
  return /exec node (.+)$/.exec(scripts[script])![1]!.split(" ");
}

/** The server as an operator runs it, over a database that `fillDatabase` made. Wants `npm run build` before. */
export async function startApp(database: string): Promise<Running> {
  const server = await startServer(argumentsOf("start"), { PORT: "0", DATABASE: database, LOG_LEVEL: "silent" });
  // Without HOST it listens on every address, and a name would first have to be looked up.
  return { ...server, url: server.url.replace("localhost", "127.0.0.1") };
}

/** Runs Node with these arguments until the program says at which address it listens. Rejects with its complaint if it ends instead. */
export async function startServer(args: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<Running> {
  const child = spawn(process.execPath, args, {
    cwd: fileURLToPath(root),
    env: { ...process.env, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  children.add(child);
  child.once("exit", () => children.delete(child));
  const url = await addressSaidBy(child, args.join(" "));
  const complain = (status: number | null) => console.error(`\nnode ${args.join(" ")} ended by itself (${status}).`);
  child.stderr.pipe(process.stderr);
  child.once("exit", complain);
  return {
    url,
    pid: child.pid!,
    async stop() {
      if (child.exitCode !== null) return;
      child.removeListener("exit", complain).kill();
      await once(child, "exit");
    },
  };
}

function addressSaidBy(child: ChildProcess, name: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      const address = /http:\/\/[^\s:]+:\d+/.exec(said);
      if (address) resolve(address[0]);
    };
    child.stdout!.on("data", listen);
    child.stderr!.on("data", listen);
    child.once("exit", () => reject(new Error(`node ${name} ended before it listened:\n${said}`)));
  });
}

/** Memory that a process occupies now, in MB (resident set). */
export function memoryOf(pid: number): number {
  return Number(execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" })) / 1024;
}
