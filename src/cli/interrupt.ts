import type { EventEmitter } from "node:events";

/** How the run is told of, and how it is left. */
export interface Leaving {
  readonly note: (text: string) => void;
  /** Gives the terminal back. */
  close(): void;
}

/** A closed terminal or a dropped connection stops a run as cleanly as a key. */
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** The first Ctrl-C stops starting things; the second leaves at once. */
export function stopOnInterrupt(view: Leaving, exit: (code: number) => void = (code) => process.exit(code), from: EventEmitter = process): { readonly signal: AbortSignal; stop(): void } {
  const controller = new AbortController();
  const onSignal = (): void => {
    if (controller.signal.aborted) {
      view.note("Left at once: what AWS was asked last may still be done. The same command goes on from there.");
      view.close();
      return exit(130);
    }
    view.note("Stopping: calls in flight are finished, nothing more is started. Press Ctrl-C again to leave at once.");
    controller.abort();
  };
  for (const signal of SIGNALS) from.on(signal, onSignal);
  return {
    signal: controller.signal,
    stop() {
      for (const signal of SIGNALS) from.off(signal, onSignal);
    },
  };
}
