/**
 * Hard compression uses only idle time, so that it never delays waiting readers, however slow the machine: a page that follows this many
 * milliseconds of idle time is compressed hard. The first page after a start does not qualify, because somebody waited for it.
 */
const minIdleTime = 10;

interface QuietWatch {
  /** Whether the server has been idle for long enough to compress hard; restarts the count. Call once for each page made. */
  isQuiet(): boolean;
  /** Restarts the count, because the server was waiting for work that it had started. */
  restart(): void;
}

/** Measures how long the server is idle between pages; `idleTime` counts from the start of the process. */
export function watchQuiet(idleTime: () => number = loopIdleTime): QuietWatch {
  let from = 0;
  const restart = () => {
    from = idleTime();
  };
  return {
    isQuiet() {
      const since = idleTime() - from;
      restart();
      return since >= minIdleTime;
    },
    restart,
  };
}

/** Returns the total time that the process has been idle, in milliseconds. */
function loopIdleTime(): number {
  return performance.eventLoopUtilization().idle;
}
