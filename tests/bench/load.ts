import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { root } from "../../src/root.ts";

/** What to ask a server for, again and again. */
export interface Load {
  url: string;
  headers: Readonly<Record<string, string>>;
  /** A file with one address on each line, asked in turn from line `from` on; null: always the one in `url`. */
  addresses: string | null;
  from: number;
}

const connections = 16;

/** True where wrk is installed; without it a slower load generator of our own stands in. */
export const hasWrk = spawnSync("wrk", ["--version"]).error === undefined;

/** Asks for `duration` seconds as fast as the server answers; requests a second. Throws when an answer was not as it should be. */
export async function measureLoad(load: Load, duration: number, folder: string): Promise<number> {
  const [command, args] = hasWrk ? ["wrk", wrkArguments(load, duration, folder)] : [process.execPath, ownArguments(load, duration)];
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "inherit"] });
  const said = (await child.stdout.setEncoding("utf8").toArray()).join("");
  if (child.exitCode === null) await once(child, "exit");
  const rate = /Requests\/sec:\s+([\d.]+)/.exec(said)?.[1];
  if (!rate || /Non-2xx|Socket errors/.test(said)) throw new Error(`The load on ${load.url} went wrong:\n${said}`);
  return Number(rate);
}

function wrkArguments({ url, headers, addresses, from }: Load, duration: number, folder: string): string[] {
  const asked = Object.entries(headers).flatMap(([name, value]) => ["-H", `${name}: ${value}`]);
  const script = addresses === null ? [] : ["-s", writeScript(addresses, from, folder)];
  return ["-t1", `-c${connections}`, `-d${duration}s`, "--timeout=20s", ...asked, ...script, url];
}

function writeScript(addresses: string, from: number, folder: string): string {
  const file = join(folder, "addresses.lua");
  writeFileSync(
    file,
    `local paths, at = {}, ${from}
for line in io.lines(${JSON.stringify(addresses)}) do paths[#paths + 1] = line end
request = function()
  at = at + 1
  return wrk.format("GET", paths[(at - 1) % #paths + 1])
end
`,
  );
  return file;
}

function ownArguments(load: Load, duration: number): string[] {
  const file = fileURLToPath(new URL("tests/bench/loader.ts", root));
  return [file, JSON.stringify({ ...load, duration, connections })];
}
