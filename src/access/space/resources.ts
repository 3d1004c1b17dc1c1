import type { PolicyStatement } from "../../policy/index.ts";
import { plain } from "./samples.ts";

/** The patterns of resources that some statements name, without the one that is every resource. */
export function resourcePatterns(statements: readonly PolicyStatement[]): string[] {
  return [...new Set(statements.flatMap(({ Resource, NotResource }) => [Resource ?? NotResource ?? []].flat()))].filter((pattern) => pattern !== "*");
}

export interface ResourceSetting {
  readonly accountId: string;
  readonly region: string;
  readonly partition: string;
  readonly fill: (text: string) => string;
}

/** A resource that a pattern names; account and Region are the given ones where the pattern leaves them open. */
export function resourceLike(pattern: string, { accountId, region, partition: home, fill }: ResourceSetting): string {
  const filled = fill(pattern);
  const [arn, partition = "", service = "", where = "", account = "", ...rest] = filled.split(":");
  if (arn !== "arn" || rest.length === 0) return plain(filled);
  const open = (text: string, given: string): string => (text.includes("*") ? given : text);
  return [arn, open(partition, home), plain(service), open(where, region), open(account, accountId), plain(rest.join(":"))].join(":");
}

/** A resource that a pattern without policy variables names. */
export const plainResource = (pattern: string, setting: Omit<ResourceSetting, "fill">): string => resourceLike(pattern, { ...setting, fill: (text) => text });
