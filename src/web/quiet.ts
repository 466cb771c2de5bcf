/**
 * Compressing hard is paid for with idle time, so that it never comes out of the time of those who wait, however slow the machine: a page
 * that follows this many milliseconds without work is compressed hard. The first page after a start follows none: somebody waited for it.
 */
const minIdleTime = 10;

interface QuietWatch {
  /** Whether the server has been idle for long enough to compress hard; counts anew. Ask once for each page made. */
  isQuiet(): boolean;
  /** Counts anew, because the server was waiting for work of its own. */
  restart(): void;
}

/** Watches how long the server is idle between pages; `idleTime` counts from the start of the process. */
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

/** How long the process has waited for something to do, in milliseconds altogether. */
function loopIdleTime(): number {
  return performance.eventLoopUtilization().idle;
}
