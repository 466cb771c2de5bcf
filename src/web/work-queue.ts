/** The work of making one response. Exactly one of the two methods is called. */
export interface Work {
  run(): void;
  /** Called instead of `run` when the queue is full. */
  refuse(): void;
}

/**
 * Work for the single thread. Node delivers all the requests of a packet at once, so a client that sends two hundred in one would make all
 * others wait for two hundred pages. Here each iteration of the event loop does one piece and reads new requests in between. Sources take
 * turns, and so do the connections of each: one that opens hundreds waits for itself.
 */
export interface WorkQueue {
  /** Runs the work now if it is the first in this iteration; else when it is the turn of this connection of this source. */
  add(source: string, connection: object, work: Work): void;
  /** Called for each new connection. Node accepts one in an iteration, so the next piece of work waits for a number of them. */
  letIn(): void;
  /** Refuses all waiting work. */
  refuseAll(): void;
}

/** Connections accepted for each piece of work: the last of a thousand comes in after fifty pages, not after a thousand. */
const maxLetIn = 20;

export interface WorkLimits {
  /** Maximum connections that may wait for their turn. When there are more, the source with the most of them gives up its newest. */
  maxWaiting: number;
  /** Maximum requests of one connection that may wait. */
  maxWaitingEach: number;
}

/** By source and connection, each in the order of their turns. */
type Waiting = Map<string, Map<object, Work[]>>;

/** Opens an empty queue. */
export function openWorkQueue({ maxWaiting, maxWaitingEach }: WorkLimits): WorkQueue {
  const waiting: Waiting = new Map();
  let isTurnTaken = false;
  let hasNewcomer = false;
  let letIn = 0;
  const takeTurn = (work: Work) => {
    isTurnTaken = true;
    letIn = 0;
    setImmediate(nextTurn);
    work.run();
  };
  const nextTurn = () => {
    if (hasNewcomer && letIn < maxLetIn) {
      hasNewcomer = false;
      letIn++;
      return void setImmediate(nextTurn);
    }
    const work = takeFirst(waiting);
    if (work === null) isTurnTaken = false;
    else takeTurn(work);
  };
  return {
    add(source, connection, work) {
      if (!isTurnTaken) return takeTurn(work);
      const pieces = waiting.get(source)?.get(connection);
      if (pieces !== undefined) return pieces.length >= maxWaitingEach ? work.refuse() : void pieces.push(work);
      if (countConnections(waiting) >= maxWaiting && !makeRoom(waiting, source)) return work.refuse();
      const connections = waiting.get(source) ?? new Map<object, Work[]>();
      waiting.set(source, connections.set(connection, [work]));
    },
    letIn() {
      hasNewcomer = true;
    },
    refuseAll() {
      const refused = [...waiting.values()].flatMap((connections) => [...connections.values()].flat());
      waiting.clear();
      for (const work of refused) work.refuse();
    },
  };
}

/** Removes and returns the first piece of the next connection of the next source, which then go to the end of their lines. */
function takeFirst(waiting: Waiting): Work | null {
  for (const [source, connections] of waiting) {
    waiting.delete(source);
    for (const [connection, pieces] of connections) {
      connections.delete(connection);
      const work = pieces.shift();
      if (pieces.length > 0) connections.set(connection, pieces);
      if (connections.size > 0) waiting.set(source, connections);
      if (work !== undefined) return work;
    }
  }
  return null;
}

function countConnections(waiting: Waiting): number {
  return waiting.values().reduce((sum, connections) => sum + connections.size, 0);
}

/** Refuses the newest connection of the source that has the most waiting. Returns false if the newcomer's own source would have as many. */
function makeRoom(waiting: Waiting, newcomer: string): boolean {
  const most = [...waiting.values()].reduce((a, b) => (b.size > a.size ? b : a));
  if (most.size <= (waiting.get(newcomer)?.size ?? 0) + 1) return false;
  const [newest, pieces] = [...most].at(-1)!;
  most.delete(newest);
  for (const work of pieces) work.refuse();
  return true;
}
