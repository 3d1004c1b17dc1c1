import { type ExitReason, LandfallError } from "../../diagnostics/index.ts";
import { comparePolicies, effectOfDifference, hasErrors, isEmptyDifference, parsePolicyText, type PolicyDocument } from "../../policy/index.ts";
import { enveloped, policyDifferenceHuman } from "../../report/index.ts";
import type { Invocation } from "../command.ts";
import { readPolicyText } from "../policy-files.ts";
import { TOOL } from "../version.ts";

const EFFECTS = {
  narrows: "As an SCP or RCP the second lets through less: no request becomes allowed.",
  widens: "As an SCP or RCP the second lets through more: no request becomes denied.",
  mixed: "As an SCP or RCP the second may let through some requests that the first denies, and deny others.",
  none: "As an SCP or RCP both let through the same requests.",
};

export async function act({ args: [before = "", after = ""], flags, terminal }: Invocation): Promise<ExitReason> {
  const [left, right] = [await document(before, terminal.cwd), await document(after, terminal.cwd)];
  const difference = comparePolicies(left, right);
  const differs = !isEmptyDifference(difference);
  const effect = effectOfDifference(difference);
  if (flags.text("format") === "json") terminal.out(enveloped({ format: "landfall.policy-difference/1", tool: TOOL }, { difference, effect }));
  else if (!differs) terminal.out("The policies mean the same.\n");
  else terminal.out(`${policyDifferenceHuman(left, right, terminal.outStyle)}\n${EFFECTS[effect]}\n`);
  return differs && flags.on("detailedExitcode") ? "differences" : "done";
}

async function document(name: string, cwd: string): Promise<PolicyDocument> {
  const { document: parsed, problems } = parsePolicyText(await readPolicyText(name, cwd));
  if (parsed !== undefined && !hasErrors(problems)) return parsed;
  const [problem] = problems;
  throw new LandfallError(
    { code: problem?.code ?? "LF3040", severity: "error", summary: `${name} is no policy${problem === undefined ? "" : `: ${problem.message}`}`, fix: `See what is wrong with it:\n\n  landfall policy lint ${name}` },
    "usage",
  );
}
