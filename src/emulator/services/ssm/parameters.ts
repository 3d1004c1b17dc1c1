import type { Call } from "../../operation.ts";
import type { Table } from "../../world.ts";

export type ParameterType = "String" | "StringList" | "SecureString";

/** One version of a parameter; times are milliseconds since the epoch. */
export interface ParameterVersion {
  readonly name: string;
  readonly type: ParameterType;
  readonly value: string;
  /** What a reader of a `SecureString` gets who does not ask for decryption. */
  readonly sealed?: string;
  readonly version: number;
  readonly modifiedAt: number;
  /** ARN of who wrote it. */
  readonly modifiedBy?: string;
  readonly description?: string;
}

/** Versions that are kept. Source: Systems Manager API Reference, "ParameterMaxVersionLimitExceeded". */
const KEPT_VERSIONS = 100;

const latestTable = ({ world, principal, region }: Call): Table<ParameterVersion> =>
  world.table(`ssm/latest/${principal.accountId}/${region}`);

const earlierTable = ({ world, principal, region }: Call): Table<ParameterVersion> =>
  world.table(`ssm/earlier/${principal.accountId}/${region}`);

/** The latest version of every parameter, in no order. */
export const latestParameters = (call: Call): readonly ParameterVersion[] => [...latestTable(call).values()];

/** Every version of a parameter that is kept, the oldest first. */
export function versionsOf(call: Call, name: string): readonly ParameterVersion[] {
  const latest = latestTable(call).get(name);
  if (!latest) return [];
  const versions = Array.from({ length: Math.min(KEPT_VERSIONS, latest.version) }, (_, age) => findParameter(call, name, latest.version - age));
  return versions.filter((version) => version !== undefined).toReversed();
}

export const parameterCount = (call: Call): number => latestTable(call).size;

/** The latest version, or the one asked for; undefined when there is none. */
export function findParameter(call: Call, name: string, version?: number): ParameterVersion | undefined {
  const latest = latestTable(call).get(name);
  if (version === undefined || latest?.version === version) return latest;
  return earlierTable(call).get(`${name}:${version}`);
}

/** Adds a version; the oldest one goes when there are too many. */
export function addVersion(call: Call, parameter: ParameterVersion): void {
  const latest = latestTable(call).get(parameter.name);
  if (latest) {
    earlierTable(call).put(`${latest.name}:${latest.version}`, latest);
    earlierTable(call).delete(`${latest.name}:${parameter.version - KEPT_VERSIONS}`);
  }
  latestTable(call).put(parameter.name, parameter);
}

/** Removes a parameter with all its versions; false when there is none. */
export function removeParameter(call: Call, name: string): boolean {
  const latest = latestTable(call).get(name);
  if (!latest) return false;
  latestTable(call).delete(name);
  for (let version = latest.version - 1; version > latest.version - KEPT_VERSIONS; version--) {
    earlierTable(call).delete(`${name}:${version}`);
  }
  return true;
}
