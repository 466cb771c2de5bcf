/**
 * Compressing hard is paid for with idle time, so that it never comes out of the time of those who wait, however slow the machine: a page
 * that follows this many milliseconds without work is compressed hard.
 */
const minIdleTime = 10;

/** Tells whether the server has been idle for long enough to compress hard. Ask once for each page made. */
export function watchQuiet(idleTime: () => number = loopIdleTime): () => boolean {
  let last = Number.NEGATIVE_INFINITY;
  return () => {
    const idle = idleTime();
    const since = idle - last;
    last = idle;
    return since >= minIdleTime;
  };
}

/** How long the process has waited for something to do, in milliseconds altogether. */
function loopIdleTime(): number {
  return performance.eventLoopUtilization().idle;
}
