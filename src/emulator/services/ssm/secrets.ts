import { AwsError } from "../../aws-error.ts";
import type { Call } from "../../operation.ts";
import { isBelow } from "./filters.ts";
import { selected } from "./name.ts";
import { findParameter, parameterNames } from "./parameters.ts";

const isSecret = (call: Call, name: string): boolean => findParameter(call, name)?.type === "SecureString";

/** The name of a parameter as a caller gave it, by name or ARN; undefined for what can be none. */
export function parameterNamed(call: Call, given: string): string | undefined {
  try {
    return selected(given, call).name;
  } catch (error) {
    if (error instanceof AwsError) return undefined;
    throw error;
  }
}

/** The name of the secure string that a caller means; undefined when it means something else, or nothing. */
export function secretNamed(call: Call, given: string): string | undefined {
  const name = parameterNamed(call, given);
  return name !== undefined && isSecret(call, name) ? name : undefined;
}

/** The secure strings below a path. */
export const secretsBelow = (call: Call, path: string, recursive: boolean): readonly string[] =>
  parameterNames(call).filter((name) => isBelow(name, path, recursive) && isSecret(call, name));
