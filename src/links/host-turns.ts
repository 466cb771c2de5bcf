/** Pauses between two requests to one server. */
export interface HostTurns {
  /** Resolves when this host may be requested; the pause after it begins then. */
  take(host: string): Promise<void>;
  /** Sets a longer pause than usual before each further request to a host. */
  slowDown(host: string, milliseconds: number): void;
}

/** The usual pause, in milliseconds, between two requests to one host. */
export const minPause = 2000;
/** The longest pause, in milliseconds, that a robots.txt can impose. */
const maxPause = 30_000;

/** Keeps `pause` milliseconds between two requests to one host. `now` returns milliseconds; `wait` resolves after as many as it is given. */
export function openHostTurns(pause: number, now: () => number, wait: (milliseconds: number) => Promise<unknown>): HostTurns {
  const readyAt = new Map<string, number>();
  const pauses = new Map<string, number>();
  return {
    async take(host) {
      const left = (readyAt.get(host) ?? 0) - now();
      if (left > 0) await wait(left);
      readyAt.set(host, now() + (pauses.get(host) ?? pause));
    },
    slowDown: (host, milliseconds) => void pauses.set(host, Math.min(maxPause, Math.max(pause, milliseconds))),
  };
}
