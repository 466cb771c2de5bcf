/** The making of one answer. Exactly one of the two is called. */
export interface Work {
  run(): void;
  /** Called instead when too much waits. */
  refuse(): void;
}

/**
 * Work for the one thread. Node hands over all the requests of a packet at once, so a client that sends two hundred in one would make all others wait for
 * two hundred pages. Here one piece is done each time round the event loop, which reads new requests in between, and connections take turns.
 */
export interface WorkQueue {
  /** Does the work now when it is the first this time round; else as soon as it is this connection's turn. */
  add(connection: object, work: Work): void;
  /** Refuses all that waits. */
  refuseAll(): void;
}

export interface WorkLimits {
  /** How many connections may wait for their turn. */
  maxWaiting: number;
  /** How many requests of one connection may wait. */
  maxWaitingEach: number;
}

type Waiting = Map<object, Work[]>;

/** An empty queue. */
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

/** Takes the first piece of the connection whose turn it is, which then goes to the end of the line. */
function takeFirst(waiting: Waiting): Work | null {
  for (const [connection, pieces] of waiting) {
    waiting.delete(connection);
    const work = pieces.shift();
    if (pieces.length > 0) waiting.set(connection, pieces);
    if (work !== undefined) return work;
  }
  return null;
}
