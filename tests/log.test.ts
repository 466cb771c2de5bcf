import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, it } from "vitest";

it("writes one line of JSON with the time in UTC to the standard output, and nothing anywhere else", () => {
  const program = 'import { createLog } from "./src/log.ts"; createLog("info").error({ err: new Error("no\\nroom") }, "A page failed");';
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", program], {
    cwd: join(import.meta.dirname, ".."),
    encoding: "utf8",
  });
  expect(stderr).toBe("");
  expect(stdout).toMatch(/^\{.*\}\n$/);
  const { time, msg, err } = JSON.parse(stdout) as { time: string; msg: string; err: { message: string } };
  expect(new Date(time).toISOString()).toBe(time);
  expect([msg, err.message]).toEqual(["A page failed", "no\nroom"]);
});
