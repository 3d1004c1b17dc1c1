import type { Clock } from "../../limits/index.ts";
import type { Style } from "../style.ts";
import type { Progress, ProgressOptions, Screen } from "./screen.ts";
import { ProgressState } from "./state.ts";
import { summaryLines } from "./summary.ts";

/** Nothing on the way, and at the end how a run went. `clock` is that of the run. */
export function quietProgress(screen: Screen, style: Style, clock: Clock, { failures = false }: ProgressOptions = {}): Progress {
  const state = new ProgressState();
  return {
    emit(event) {
      state.apply(event, clock.now());
      if (event.name === "apply.end") screen.write(`${summaryLines(state, event, style, failures).join("\n")}\n`);
    },
    note: (text) => screen.write(`${text}\n`),
    close: () => undefined,
  };
}
