import { accountNamed, type AccessModel, type AccessAccount, blastRadius, crossAccountGrants, principalIn } from "../../access/index.ts";
import { type ExitReason, LandfallError } from "../../diagnostics/index.ts";
import { loadCatalog } from "../../policy/index.ts";
import { blastRadiusHuman, blastRadiusJson, isolationHuman, isolationJson } from "../../report/index.ts";
import { accessSource } from "../access-source.ts";
import type { Invocation } from "../command.ts";
import { TOOL } from "../version.ts";

export async function act(invocation: Invocation): Promise<ExitReason> {
  const { args, flags, terminal } = invocation;
  const [word, ...where] = args.filter((arg) => arg !== undefined);
  const typed = word === undefined ? undefined : compromised(word, where);
  const { model, items, organization, source } = await accessSource(invocation, { iamOf: "all", services: true });
  const json = flags.text("format") === "json";
  if (typed === undefined) {
    const grants = crossAccountGrants(model, { items, catalog: await loadCatalog(), ...(organization === undefined ? {} : { organization }) });
    const screen = { grants, model, source, notRead: source.kind === "snapshot" ? [IN_NO_SNAPSHOT] : [] };
    terminal.out(json ? isolationJson(screen, TOOL) : isolationHuman(screen, terminal.outStyle));
    return "done";
  }
  const radius = blastRadius(model, typed.principal, accountOf(model, typed), organization?.exemptRoles);
  const screen = { radius, model, source };
  terminal.out(json ? blastRadiusJson(screen, TOOL) : blastRadiusHuman(screen, terminal.outStyle));
  return "done";
}

const IN_NO_SNAPSHOT = "assignments, delegated administrators and StackSets, which a snapshot does not hold";

interface Typed {
  readonly principal: string;
  /** Absent where the principal's ARN says it. */
  readonly account?: string;
}

function compromised(principal: string, [preposition, account, more]: readonly string[]): Typed {
  if (preposition === "in" && account !== undefined && more === undefined) return { principal, account };
  if (principal.startsWith("arn:") && preposition === undefined) return { principal };
  throw unclear("The principal is not complete.");
}

function accountOf(model: AccessModel, { principal: word, account }: Typed): AccessAccount {
  const principal = principalIn(model, word, account === undefined ? model.managementAccount : accountNamed(model, account));
  if (principal.account === undefined) throw unclear(`${word} is in no account of the organization.`);
  return principal.account;
}

const unclear = (summary: string): LandfallError => new LandfallError({ code: "LF9004", severity: "error", summary, fix: "Name who is compromised, and where:\n\n  landfall isolation role/deploy in ACCOUNT" }, "usage");
