import { wildcardExpression } from "../policy/index.ts";
import type { AccessAccount } from "./model.ts";

/** What a policy may know an account by. */
export type Told = Pick<AccessAccount, "id" | "organizationPath">;

/**
 * What policies tell accounts apart by, in the JSON of their texts: ids that they name, whole or as a pattern, and paths in
 * the organization. Accounts with the same answer are the same to them.
 */
export function tellingApart(text: string): (account: Told) => string {
  const ids = new Set(text.match(/\d{12}/g));
  const patterns = [...new Set(text.match(/(?<=[":])[\d*?]*\d[\d*?]*(?=[":])/g))].filter((pattern) => /[*?]/.test(pattern));
  const matchers = patterns.map((pattern) => wildcardExpression(pattern));
  const isByPath = /OrgPaths/i.test(text);
  return ({ id, organizationPath }) => `${ids.has(id) ? id : ""} ${matchers.map((matcher) => Number(matcher.test(id))).join("")} ${isByPath ? organizationPath : ""}`;
}
