import { ask } from "./ask.ts";
import { memoryOf, startApp } from "./processes.ts";
import { atMost, type Line, median, megabytes, seconds, step } from "./report.ts";

const starts = 7;

/** From the start of the process to its first page, and what it occupies then: the real catalog, in a database already filled. */
export async function measureStart(database: string): Promise<Line[]> {
  const all = await step("starting", async () => {
    const each: Start[] = [];
    for (let number = 0; number < starts; number++) each.push(await startOnce(database));
    return each;
  });
  return [
    atMost("start to first answer, real catalog", median(all.map(({ took }) => took)), 0.5, seconds),
    atMost("memory after load, real catalog", median(all.map(({ memory }) => memory)), 130, megabytes),
  ];
}

interface Start {
  took: number;
  memory: number;
}

async function startOnce(database: string): Promise<Start> {
  const begun = performance.now();
  const server = await startApp(database);
  try {
    await ask(`${server.url}/programs`, { "Accept-Encoding": "br" });
    return { took: (performance.now() - begun) / 1000, memory: memoryOf(server.pid) };
  } finally {
    await server.stop();
  }
}
