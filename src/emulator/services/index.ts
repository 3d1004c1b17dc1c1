import type { Service } from "../operation.ts";
import { invalidInputException } from "../refusals/invalid-input-exception.ts";
import { validationError } from "../refusals/validation-exception.ts";
import type { Refusal } from "../validate.ts";
import { organizations } from "./organizations/index.ts";
import { sts } from "./sts.ts";

/** A service and how it answers inputs that break constraints. */
export interface RegisteredService extends Service {
  readonly refuse: Refusal;
}

/** Every service that the emulator behaves as, at least in part. */
export const SERVICES: readonly RegisteredService[] = [
  { ...organizations, refuse: invalidInputException },
  { ...sts, refuse: validationError },
];

/** The operations that are implemented, by service. */
export const implementedOperations = (): ReadonlyMap<string, readonly string[]> =>
  new Map(SERVICES.map((service) => [service.id, service.operations.map((operation) => operation.name).sort()]));
