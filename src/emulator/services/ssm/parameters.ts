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
  /** The ARN of who wrote it; absent in old stores. */
  readonly modifiedBy?: string;
  readonly description?: string;
  readonly allowedPattern?: string;
  /** Names that people gave to this version. */
  readonly labels?: readonly string[];
}

export interface Tag {
  readonly Key: string;
  readonly Value: string;
}

/** Versions that are kept. Source: Systems Manager API Reference, "ParameterMaxVersionLimitExceeded". */
export const KEPT_VERSIONS = 100;

/** Tags of parameters, by name. */
export const parameterTags = ({ world, principal, region }: Pick<Call, "world" | "principal" | "region">): Table<readonly Tag[]> =>
  world.table(`ssm/tags/${principal.accountId}/${region}`);

const latestTable = ({ world, principal, region }: Call): Table<ParameterVersion> =>
  world.table(`ssm/latest/${principal.accountId}/${region}`);

const earlierTable = ({ world, principal, region }: Call): Table<ParameterVersion> =>
  world.table(`ssm/earlier/${principal.accountId}/${region}`);

/** The names of all parameters, sorted. */
export const parameterNames = (call: Call): readonly string[] => latestTable(call).keys().toSorted();

export const parameterCount = (call: Call): number => latestTable(call).size;

/** The latest version, or the one asked for; undefined when there is none. */
export function findParameter(call: Call, name: string, version?: number): ParameterVersion | undefined {
  const latest = latestTable(call).get(name);
  if (version === undefined || latest?.version === version) return latest;
  return earlierTable(call).get(`${name}:${version}`);
}

/** The versions that are kept, oldest first. */
export function versionsOf(call: Call, name: string): readonly ParameterVersion[] {
  const last = latestTable(call).get(name)?.version ?? 0;
  return Array.from({ length: Math.min(last, KEPT_VERSIONS) }, (_, i) => findParameter(call, name, last - i)).flatMap((version) => version ?? []).toReversed();
}

/** Puts a version that is there back, changed. */
export function changeVersion(call: Call, version: ParameterVersion): void {
  const isLatest = latestTable(call).get(version.name)?.version === version.version;
  if (isLatest) latestTable(call).put(version.name, version);
  else earlierTable(call).put(`${version.name}:${version.version}`, version);
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
  parameterTags(call).delete(name);
  for (let version = latest.version - 1; version > latest.version - KEPT_VERSIONS; version--) {
    earlierTable(call).delete(`${name}:${version}`);
  }
  return true;
}
