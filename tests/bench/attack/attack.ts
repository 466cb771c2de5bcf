import type { Databases } from "../databases.ts";
import { type Running, startApp } from "../processes.ts";
import type { Line } from "../report.ts";
import { measureIdleClients, measurePipelining } from "./connections.ts";
import { measureDearest } from "./dearest.ts";
import { measureDistinctAddresses } from "./distinct-addresses.ts";

/** What one client can do to all others: the served product under the worst that could be thought of. */

const fewMeetings = 9_000;
const manyMeetings = 109_000;

/** Milliseconds of the one thread that no single request may take. */
const limits = { few: 50, many: 100 };

/** Asks two servers, over few and over many meetings, for what costs them most. All traffic stays on this machine. */
export async function measureAttack(databases: Databases): Promise<Line[]> {
  const few = await startApp(await databases.meetings(fewMeetings));
  const many = await startApp(await databases.meetings(manyMeetings));
  try {
    const dear = [
      ...(await measureDearest(few, "9,000", limits.few)),
      ...(await measureDearest(many, "109,000", limits.many)),
      ...(await measurePipelining(few)),
    ];
    const stays = await measureWhatStays(databases, many);
    return [...dear, ...stays];
  } finally {
    await Promise.all([few.stop(), many.stop()]);
  }
}

/** What a server keeps of addresses and of connections, measured side by side on two servers, because both take a minute or more. */
async function measureWhatStays(databases: Databases, many: Running): Promise<Line[]> {
  const real = await startApp(await databases.meetings(fewMeetings));
  try {
    return (await Promise.all([measureDistinctAddresses(real), measureIdleClients(many)])).flat();
  } finally {
    await real.stop();
  }
}
