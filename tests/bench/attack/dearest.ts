import { Agent } from "node:http";
import type { Running } from "../processes.ts";
import { atMost, kilobytes, type Line, milliseconds, step } from "../report.ts";
import { askRaw } from "./answers.ts";
import { type DearRequest, dearRequests } from "./dear-requests.ts";
import { measureMainThread } from "./main-thread.ts";

/** What a request costs at the least, of some of its kind: what else the thread did in between drops out. */
const tries = 3;
/** KB, before compression: what a page, and a list in JSON, may weigh whatever is asked. */
const maxPage = 200;
/** A calendar holds up to 500 meetings. */
const maxCalendar = 400;

interface Cost {
  what: string;
  milliseconds: number;
  kilobytes: number;
  isCalendar: boolean;
}

/** The processor time that each of the dearest requests takes from all other readers, and the heaviest answers. */
export async function measureDearest(server: Running, size: string, limit: number): Promise<Line[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const costs: Cost[] = [];
  await step(`asking ${dearRequests.length} dear requests at ${size}`, async () => {
    await warmUp(server, agent);
    for (const request of dearRequests) costs.push(await costOf(server, agent, request));
  });
  agent.destroy();
  const dearestFirst = costs.toSorted((a, b) => b.milliseconds - a.milliseconds);
  return [
    ...dearestFirst.map(({ what, milliseconds: took, kilobytes: weight }) =>
      atMost(`${size}: ${what}`, took, limit, milliseconds, `(${weight.toFixed(0)} KB)`),
    ),
    heaviest(
      `${size}: heaviest page or JSON`,
      costs.filter(({ isCalendar }) => !isCalendar),
      maxPage,
    ),
    heaviest(
      `${size}: heaviest calendar`,
      costs.filter(({ isCalendar }) => isCalendar),
      maxCalendar,
    ),
  ];
}

/** Code that has not run before is slow, and says nothing of an attack that lasts. */
async function warmUp({ url }: Running, agent: Agent): Promise<void> {
  for (let round = 0; round < 8; round++) {
    for (const path of ["/meetings?q=hope", "/programs?q=phone", "/meetings?near=59911", "/meetings.json?day=monday", "/library?q=grief"])
      await askRaw(url, `${path}+${"abcdefgh"[round]}`, agent);
  }
}

async function costOf({ url, pid }: Running, agent: Agent, { what, path }: DearRequest): Promise<Cost> {
  let least = Number.POSITIVE_INFINITY;
  let bytes = 0;
  for (let number = 1; number <= tries; number++) {
    const took = await measureMainThread(pid, async () => {
      const { status, body } = await askRaw(url, path(number), agent);
      if (status >= 500) throw new Error(`${status} at ${path(number).slice(0, 100)}`);
      bytes = Math.max(bytes, body.length);
    });
    least = Math.min(least, took);
  }
  return { what, milliseconds: least, kilobytes: bytes / 1024, isCalendar: path(1).includes(".ics") };
}

function heaviest(what: string, costs: readonly Cost[], limit: number): Line {
  const most = costs.reduce((a, b) => (b.kilobytes > a.kilobytes ? b : a));
  return atMost(what, most.kilobytes, limit, kilobytes, `(${most.what})`);
}
