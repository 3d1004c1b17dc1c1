import { type AccessModel, accountNamed, attachedPoliciesIn, reachOfAccount, reachOfPolicies } from "../../access/index.ts";
import { type ExitReason, LandfallError, nearest } from "../../diagnostics/index.ts";
import { accountAddress } from "../../ids/index.ts";
import { accountReachHuman, policyReachHuman, reachJson } from "../../report/index.ts";
import { accessSource } from "../access-source.ts";
import type { Invocation } from "../command.ts";
import { guardrailsIn } from "../statement-places.ts";
import { TOOL } from "../version.ts";

export async function act(invocation: Invocation): Promise<ExitReason> {
  const { args: [asked = ""], flags, terminal } = invocation;
  const { model, source } = await accessSource(invocation);
  const json = flags.text("format") === "json";
  const policies = reachOfPolicies(model, (policy) => policy.name === asked || policy.address === asked || guardrailsIn(policy).includes(asked));
  if (policies !== undefined) {
    const screen = { asked, reach: policies, model, guardrailsIn, source };
    terminal.out(json ? reachJson(screen, TOOL) : policyReachHuman(screen, terminal.outStyle));
    return "done";
  }
  if (!isAccount(model, asked)) throw nothing(model, asked);
  const screen = { reach: reachOfAccount(model, accountNamed(model, asked)), guardrailsIn, source };
  terminal.out(json ? reachJson(screen, TOOL) : accountReachHuman(screen, terminal.outStyle));
  return "done";
}

const isAccount = (model: AccessModel, name: string): boolean => model.accounts.has(accountAddress(name)) || model.accounts.has(name) || model.accountsById.has(name) || name === "management";

function nothing(model: AccessModel, asked: string): LandfallError {
  const policies = [...attachedPoliciesIn(model).values()];
  const names = [...policies.flatMap((policy) => [policy.name, ...guardrailsIn(policy)]), ...Array.from(model.accounts.values(), ({ key }) => key)];
  const suggestion = nearest(asked, names);
  return new LandfallError({ code: "LF3205", severity: "error", summary: `Nothing that is attached and no account is named ${asked}.`, ...(suggestion === undefined ? {} : { suggestion }), fix: "List what there is:\n\n  landfall show --declared --full" }, "usage");
}
