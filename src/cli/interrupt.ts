/** The first Ctrl-C stops starting things; the second leaves at once. */
export function stopOnInterrupt(say: (text: string) => void): { readonly signal: AbortSignal; stop(): void } {
  const controller = new AbortController();
  const onSignal = (): void => {
    if (controller.signal.aborted) process.exit(130);
    say("Stopping: calls in flight are finished, nothing more is started. Press Ctrl-C again to leave at once.");
    controller.abort();
  };
  process.on("SIGINT", onSignal);
  process.on("SIGTERM", onSignal);
  // A closed terminal or a dropped connection stops a run as cleanly as a key.
  process.on("SIGHUP", onSignal);
  return {
    signal: controller.signal,
    stop() {
      process.off("SIGINT", onSignal);
      process.off("SIGTERM", onSignal);
      process.off("SIGHUP", onSignal);
    },
  };
}
