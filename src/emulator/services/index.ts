import type { Service } from "../operation.ts";
import { fieldValidationException } from "../refusals/field-validation-exception.ts";
import { illegalArgumentException } from "../refusals/illegal-argument-exception.ts";
import { invalidInputException } from "../refusals/invalid-input-exception.ts";
import { invalidParameterException } from "../refusals/invalid-parameter-exception.ts";
import { validationException } from "../refusals/validation-exception.ts";
import { ENDPOINTS } from "../protocols/index.ts";
import { SUBJECTS } from "../subjects/index.ts";
import type { Refusal } from "../validate.ts";
import { account } from "./account/index.ts";
import { iam } from "./iam/index.ts";
import { iamRefusal } from "./iam/refusal.ts";
import { organizations } from "./organizations/index.ts";
import { serviceQuotas } from "./service-quotas/index.ts";
import { ssm } from "./ssm/index.ts";
import { sts } from "./sts/index.ts";
import { tagging } from "./tagging.ts";

/** A service and how it answers inputs that break constraints. */
export interface RegisteredService extends Service {
  readonly refuse: Refusal;
}

/** Every service that the emulator behaves as, at least in part. */
export const SERVICES: readonly RegisteredService[] = [
  // Before Organizations: a raised quota counts for accounts that are done at the same time.
  { ...serviceQuotas, refuse: illegalArgumentException },
  { ...organizations, refuse: invalidInputException },
  { ...account, refuse: fieldValidationException },
  { ...iam, refuse: iamRefusal },
  { ...ssm, refuse: validationException },
  { ...sts, refuse: iamRefusal },
  { ...tagging, refuse: invalidParameterException },
];

/** What an operation that is implemented declares. */
export interface Coverage {
  readonly name: string;
  /** `Name` or `Name.REASON`; those that every operation of the service can answer are left out. */
  readonly errors: readonly string[];
  readonly quotas: readonly string[];
  /** The actions that a call may need besides its own, as IAM writes them. */
  readonly further: readonly string[];
}

/** The operations that are implemented, by service and name. */
export const implementedOperations = (): ReadonlyMap<string, readonly Coverage[]> =>
  new Map(SERVICES.map(({ id, operations }) => [id, operations.map((operation) => coverageOf(id, operation)).toSorted((a, b) => (a.name < b.name ? -1 : 1))]));

const coverageOf = (id: string, { name, errors, quotas = [] }: Pick<Coverage, "name" | "errors"> & Partial<Coverage>): Coverage => ({
  name,
  errors: [...new Set(errors)].toSorted(),
  quotas,
  further: furtherActions(id, name),
});

function furtherActions(id: string, name: string): readonly string[] {
  const prefix = ENDPOINTS.find((endpoint) => endpoint.id === id)?.iamPrefix;
  return (SUBJECTS.find((table) => table.prefix === prefix)?.operations[name]?.further ?? []).map(({ action }) => action);
}
