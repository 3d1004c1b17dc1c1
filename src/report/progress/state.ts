import type { Event } from "../../diagnostics/index.ts";
import type { Address } from "../../ids/index.ts";

/** A change that runs now. Times are in milliseconds of the run's clock. */
export interface Running {
  readonly address: Address;
  readonly action: string;
  readonly since: number;
  readonly text: string;
}

export type Failure = Extract<Event, { readonly name: "change.failed" }>;
export type Skip = Extract<Event, { readonly name: "change.skipped" }>;

/** Where a run stands, told from its events alone. */
export class ProgressState {
  changes = 0;
  done = 0;
  retries = 0;
  run = "";
  /** Since when AWS is being read; undefined when it is not. */
  readingSince: number | undefined;
  readonly running = new Map<Address, Running>();
  readonly failures: Failure[] = [];
  readonly skips: Skip[] = [];

  get waiting(): number {
    return Math.max(0, this.changes - this.done - this.failures.length - this.skips.length - this.running.size);
  }

  apply(event: Event, now: number): void {
    switch (event.name) {
      case "apply.start":
        this.changes = event.changes;
        this.run = event.run;
        break;
      case "change.start":
        this.running.set(event.address, { address: event.address, action: event.action, since: now, text: "" });
        break;
      case "change.progress": {
        const running = this.running.get(event.address);
        if (running !== undefined) this.running.set(event.address, { ...running, text: event.text });
        break;
      }
      case "change.done":
        this.running.delete(event.address);
        this.done += 1;
        break;
      case "change.failed":
        this.running.delete(event.address);
        this.failures.push(event);
        break;
      case "change.skipped":
        this.running.delete(event.address);
        this.skips.push(event);
        break;
      case "call.retried":
        this.retries += 1;
        break;
      case "observe.start":
        this.readingSince = now;
        break;
      case "observe.end":
        this.readingSince = undefined;
        break;
      case "apply.end":
      case "plan.made":
      case "note":
      case "diagnostic":
      case "command.end":
        break;
    }
  }
}
