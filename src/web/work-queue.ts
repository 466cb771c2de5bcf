/** The work of making one response. Exactly one of the two methods is called. */
export interface Work {
  run(): void;
  /** Called instead of `run` when the queue is full. */
  refuse(): void;
}

/**
 * Work for the single thread. Node delivers all the requests of a packet at once, so a client that sends two hundred in one would make all
 * others wait for two hundred pages. Here each iteration of the event loop does one piece and reads new requests in between, and
 * connections take turns.
 */
export interface WorkQueue {
  /** Runs the work now if it is the first in this iteration; else when it is this connection's turn. */
  add(connection: object, work: Work): void;
  /** Refuses all waiting work. */
  refuseAll(): void;
}

export interface WorkLimits {
  /** Maximum connections that may wait for their turn. */
  maxWaiting: number;
  /** Maximum requests of one connection that may wait. */
  maxWaitingEach: number;
}

type Waiting = Map<object, Work[]>;

/** Opens an empty queue. */
export function openWorkQueue({ maxWaiting, maxWaitingEach }: WorkLimits): WorkQueue {
  const waiting: Waiting = new Map();
  let isTurnTaken = false;
  const takeTurn = (work: Work) => {
    isTurnTaken = true;
    setImmediate(nextTurn);
    work.run();
  };
  const nextTurn = () => {
    const work = takeFirst(waiting);
    if (work === null) isTurnTaken = false;
    else takeTurn(work);
  };
  return {
    add(connection, work) {
      if (!isTurnTaken) return takeTurn(work);
      const pieces = waiting.get(connection);
      if (pieces === undefined ? waiting.size >= maxWaiting : pieces.length >= maxWaitingEach) return work.refuse();
      if (pieces === undefined) waiting.set(connection, [work]);
      else pieces.push(work);
    },
    refuseAll() {
      const refused = [...waiting.values()].flat();
      waiting.clear();
      for (const work of refused) work.refuse();
    },
  };
}

/** Removes and returns the first piece of the next connection, which then goes to the end of the line. */
function takeFirst(waiting: Waiting): Work | null {
  for (const [connection, pieces] of waiting) {
    waiting.delete(connection);
    const work = pieces.shift();
    if (pieces.length > 0) waiting.set(connection, pieces);
    if (work !== undefined) return work;
  }
  return null;
}
