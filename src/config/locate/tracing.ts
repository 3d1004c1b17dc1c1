import type { Directive, Expression, Statement } from "oxc-parser";
import type { Scope } from "./scope.ts";
import type { Traced } from "./traced.ts";

/** What the parts of the tracer share: the way to follow an expression, and the limits that make it end. */
export interface Tracing {
  expression(node: Expression, scope: Scope): Traced;
  /** Runs statements and gives what they return; handed in, because functions and statements hold each other. */
  body(body: readonly (Directive | Statement)[], scope: Scope): Traced | undefined;
  /** Takes one step, or as many as a value has parts; throws `OutOfSteps` when there were too many. */
  step(count?: number): void;
  /** Runs a call; past a depth, or out of steps for it, the answer is undefined. */
  deeper<T>(call: () => T): T | undefined;
}

/** Hostile or heavy code is not followed to its end. */
export class OutOfSteps extends Error {}
