import type { PolicyStatement } from "../../policy/index.ts";
import { plain } from "./samples.ts";

/** The patterns of resources that some statements name, without the one that is every resource. */
export function resourcePatterns(statements: readonly PolicyStatement[]): string[] {
  return [...new Set(statements.flatMap(({ Resource, NotResource }) => [Resource ?? NotResource ?? []].flat()))].filter((pattern) => pattern !== "*");
}

/** A resource that a pattern names, in an account unless the pattern itself says in which. */
export function resourceLike(pattern: string, accountId: string, fill: (text: string) => string): string {
  const filled = fill(pattern);
  const [arn, partition = "", service = "", region = "", account = "", ...rest] = filled.split(":");
  if (arn !== "arn" || rest.length === 0) return plain(filled);
  const owner = account.includes("*") && account !== "" ? accountId : account;
  return [arn, partition.includes("*") ? "aws" : partition, plain(service), plain(region), owner, plain(rest.join(":"))].join(":");
}
