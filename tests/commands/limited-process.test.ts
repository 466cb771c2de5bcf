import { describe, expect, it } from "vitest";
import { runLimited } from "../../src/commands/limited-process.ts";

const enough = { minutes: 1, megabytes: 100 };

describe("a process with limits", () => {
  it("ends by itself with its own status", async () => {
    expect(await runLimited(["-e", "process.exitCode = 1"], enough)).toEqual({ kind: "done", status: 1 });
  });

  it("is stopped when it takes too long, however busy it is", async () => {
    const ending = await runLimited(["-e", "for (;;);"], { ...enough, minutes: 0.005 });
    expect(ending).toEqual({ kind: "died", reason: "It took longer than 0.005 minutes and was stopped." });
  });

  it("dies alone when it needs too much memory", async () => {
    const greedy = "process.stderr.write = () => true; const all = []; for (;;) all.push([all.length]);";
    const ending = await runLimited(["-e", greedy], { ...enough, megabytes: 20 });
    expect(ending).toEqual({ kind: "died", reason: "It needed more than 20 MB of memory." });
  });

  it("says so when something else ends it", async () => {
    const ending = await runLimited(["-e", "process.kill(process.pid, 'SIGKILL')"], enough);
    expect(ending).toEqual({ kind: "died", reason: "Its process was ended by SIGKILL." });
  });
});
