import { namesInPack, nameOfStatement } from "../../guardrails/index.ts";
import type { Address } from "../../ids/index.ts";
import type { Explanation, StatementMatch } from "../../policy/index.ts";
import type { AccessAccount, AccessModel } from "../model.ts";
import { attachedAt } from "../reach.ts";
import type { Cause } from "./model.ts";

/** What denies a request: the first statement that does, else the first place where nothing allows. */
export function causeOf({ denies: [deny], gates, failedGates }: Explanation, { path }: AccessAccount, model: AccessModel): Cause {
  const decides = deny ?? gates.find(({ required, allows }) => required && allows !== "yes") ?? failedGates[0];
  if (decides === undefined) return { kind: "identity" };
  const node = decides.level === undefined ? undefined : path[decides.level.index];
  return { kind: decides.kind === "scp" || decides.kind === "rcp" ? decides.kind : "identity", ...(deny === undefined ? {} : named(deny, node, model)), ...(node === undefined ? {} : { node }) };
}

function named({ policy, sid, kind }: StatementMatch, node: Address | undefined, model: AccessModel): Pick<Cause, "policy" | "sid" | "guardrail"> {
  const attached = node === undefined ? undefined : attachedAt(model, node).find((one) => one.kind === kind && one.name === policy);
  const guardrail = attached === undefined || sid === undefined ? undefined : nameOfStatement({ Sid: sid }, namesInPack({ name: attached.name, description: attached.description ?? "" }));
  return { policy, ...(sid === undefined ? {} : { sid }), ...(guardrail === undefined ? {} : { guardrail }) };
}
