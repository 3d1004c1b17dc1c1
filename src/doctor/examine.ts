import { explainAwsError } from "../aws/index.ts";
import type { ExitReason } from "../diagnostics/index.ts";
import { type Check, type Finding, type Need, skip } from "./check.ts";
import { CHECKS } from "./registry.ts";
import { type DoctorInput, DoctorScope } from "./scope.ts";

/** One check with what it found. */
export interface Examined {
  readonly check: string;
  readonly findings: readonly Finding[];
}

export interface Examination {
  readonly checks: readonly Examined[];
  /** `done`, or why the first failure lets the command end as it does. */
  readonly reason: ExitReason;
}

/** Makes every check, in order. What one of them cannot do never stops the others. */
export async function examine(input: DoctorInput): Promise<Examination> {
  const scope = new DoctorScope(input);
  const checks: Examined[] = [];
  for (const check of CHECKS) checks.push({ check: check.name, findings: await made(check, scope) });
  const failed = checks.flatMap(({ findings }) => findings).find(({ status }) => status === "fail");
  return { checks, reason: failed === undefined ? "done" : (failed.reason ?? "failed") };
}

async function made(check: Check, scope: DoctorScope): Promise<readonly Finding[]> {
  for (const need of check.needs) {
    const missing = await missingFor(need, scope);
    if (missing !== undefined) return [skip(missing)];
  }
  try {
    return await check.run(scope);
  } catch (error) {
    const explained = explainAwsError(error);
    if (explained === undefined) throw error;
    const [{ summary, fix } = { summary: "it failed", fix: undefined }] = explained.diagnostics;
    return [{ status: "fail", text: summary.replace(/\.$/, ""), fix: fix?.trim(), reason: explained.reason }];
  }
}

/** Where a thing of the management account would be looked for in the wrong one. */
async function elsewhere(scope: DoctorScope, owner: string | undefined): Promise<string | undefined> {
  const { accountId } = await scope.caller();
  return owner === undefined || owner === accountId ? undefined : `not looked at: it is in the management account ${owner}`;
}

/** Why a check that needs this cannot be made. */
async function missingFor(need: Need, scope: DoctorScope): Promise<string | undefined> {
  const { file, aws } = scope.input;
  if (need === "file") return file?.organization === undefined ? "not looked at: there is no usable organization file" : undefined;
  if (aws === undefined) return "not asked: no Region is known";
  if (await fails(() => scope.caller())) return "not asked: the credentials do not work";
  if (need === "credentials") return undefined;
  if (await fails(() => scope.organization())) return "not asked: the organization could not be read";
  const organization = await scope.organization();
  if (need === "management") return elsewhere(scope, organization?.MasterAccountId);
  return organization === undefined ? "nothing to look at before there is an organization" : undefined;
}

/** Whether AWS refuses a question; a defect is no refusal. */
async function fails(question: () => Promise<unknown>): Promise<boolean> {
  try {
    await question();
    return false;
  } catch (error) {
    if (explainAwsError(error) === undefined) throw error;
    return true;
  }
}
