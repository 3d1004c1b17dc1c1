import { subscribe } from "node:diagnostics_channel";
import { afterEach, expect } from "vitest";

/** Fails every test in which an operation of the emulator throws an error that it does not declare. */
const found: unknown[] = [];
subscribe("landfall:emulator:undeclared-error", (message) => found.push(message));
afterEach(() => expect(found.splice(0)).toEqual([]));
