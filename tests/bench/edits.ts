import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { ask } from "./ask.ts";
import type { Databases } from "./databases.ts";
import { type Load, measureLoad } from "./load.ts";
import { type Running, startApp } from "./processes.ts";
import { type Editing, openEditing } from "./product.ts";
import { atLeast, atMost, type Line, median, milliseconds, percentile, roughly, step, times } from "./report.ts";

/** What readers feel of edits, and how soon they see them. The edits come from another process, as those of a second desk would. */

const rounds = 5;
/** Seconds. */
const duration = 2;
const paces = [1, 10, 50];
/** Of the edits that are timed, each alone. */
const loneEdits = 15;
/** Milliseconds between two of them, which is longer than any take-up. */
const pause = 1500;
/** Of the edits that are timed among ten a second. */
const crowdedEdits = 15;

export async function measureEdits({ folder, ...databases }: Databases): Promise<Line[]> {
  const reading = await besideCopy(await databases.programs(0), join(folder, "edited.sqlite"), (server, editing) =>
    readWhileEditing(server, editing, folder),
  );
  const seeing = await besideCopy(await databases.meetings(), join(folder, "edited-meetings.sqlite"), timeUntilSeen);
  return [...reading, ...seeing];
}

/** Works with a server over a copy of a database, and with somebody who edits it. */
async function besideCopy(file: string, copy: string, work: (server: Running, editing: Editing) => Promise<Line[]>): Promise<Line[]> {
  copyFileSync(file, copy);
  const server = await startApp(copy);
  const editing = openEditing(copy);
  try {
    return await work(server, editing);
  } finally {
    editing.close();
    await server.stop();
  }
}

/** Kept pages a second while nobody edits, and while somebody does: in turn, so that whatever else the machine does meets all alike. */
async function readWhileEditing(server: Running, editing: Editing, folder: string): Promise<Line[]> {
  const load: Load = { url: `${server.url}/programs?format=phone`, headers: { "Accept-Encoding": "br" }, addresses: null, from: 0 };
  const alone: number[] = [];
  const rates = new Map(paces.map((pace) => [pace, { rates: [] as number[], ratios: [] as number[] }]));
  await measureLoad(load, duration, folder);
  for (let round = 1; round <= rounds; round++) {
    await step(`reading beside edits, round ${round}`, async () => {
      for (const [pace, measured] of rates) {
        const before = await measureLoad(load, duration, folder);
        const stop = editAgainAndAgain(editing, pace);
        const rate = await measureLoad(load, duration, folder);
        stop();
        // What was edited last is taken up before the next measurement.
        await setTimeout(pause);
        const calm = (before + (await measureLoad(load, duration, folder))) / 2;
        alone.push(calm);
        measured.rates.push(rate);
        measured.ratios.push(rate / calm);
      }
    });
  }
  return [
    { what: "kept pages while nobody edits", measured: perSecond(alone), target: "", verdict: "" },
    ...[...rates].map(([pace, measured]) => {
      const what = `kept pages beside ${pace} ${pace === 1 ? "edit" : "edits"} a second, × beside none`;
      const line = atLeast(what, median(measured.ratios), 0.5, times, `(${perSecond(measured.rates)})`);
      return pace <= 10 ? line : { ...line, target: "", verdict: "" };
    }),
  ];
}

/** Edits so often a second; returns how to stop. */
function editAgainAndAgain(editing: Editing, pace: number): () => void {
  const timer = setInterval(() => void editing.rename(), 1000 / pace);
  return () => clearInterval(timer);
}

/** From the commit of an edit until a search finds it. */
async function timeUntilSeen(server: Running, editing: Editing): Promise<Line[]> {
  await timeOne(server, editing);
  const alone = await step("lone edits", () => timeMany(server, editing, loneEdits));
  const stop = editAgainAndAgain(editing, 10);
  const crowded = await step("edits among others", () => timeMany(server, editing, crowdedEdits));
  stop();
  const say = milliseconds(percentile(alone, 0.5));
  return [
    atMost("an edited program until all see it, beside 200,000 meetings, at most", Math.max(...alone), 1000, milliseconds, `(p50 ${say})`),
    roughly("the same among ten edits a second, p50", percentile(crowded, 0.5), null, milliseconds),
    roughly("the same among ten edits a second, at most", Math.max(...crowded), null, milliseconds),
  ];
}

async function timeMany(server: Running, editing: Editing, count: number): Promise<number[]> {
  const measured: number[] = [];
  for (let edit = 0; edit < count; edit++) {
    await setTimeout(pause);
    measured.push(await timeOne(server, editing));
  }
  return measured;
}

async function timeOne({ url }: Running, editing: Editing): Promise<number> {
  const name = editing.add();
  const begun = performance.now();
  for (;;) {
    const { body } = await ask(`${url}/programs.json?q=${name}`);
    if (body.toString().includes(`"name":"${name}`)) return performance.now() - begun;
  }
}

function perSecond(rates: readonly number[]): string {
  return `${Math.round(median(rates)).toLocaleString("en-US")}/s`;
}
