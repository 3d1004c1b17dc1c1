import type { EffectivePolicies, EffectiveSettings } from "../../access/index.ts";
import type { EffectiveNode } from "../../policy/index.ts";
import { clean } from "../clean.ts";
import { enveloped } from "../json.ts";
import { hang } from "../layout.ts";
import { paint, type Style } from "../style.ts";
import { sourceJson } from "./can-json.ts";
import { accountTitle, type GuardrailsIn, levelLines, unboundLines } from "./reach.ts";
import { sourceLines } from "./source.ts";
import type { AccessSource } from "./told.ts";

export interface EffectiveScreen {
  readonly policies: EffectivePolicies;
  readonly guardrailsIn: GuardrailsIn;
  readonly source: AccessSource;
}

/** All that applies to an account: what is attached on the way to it, and the settings that AWS makes of it. */
export function effectiveHuman({ policies, guardrailsIn, source }: EffectiveScreen, style: Style): string {
  const settings = policies.settings.map((one) => settingLines(one, style));
  const parts = [accountTitle(policies, style), levelLines(policies, guardrailsIn, style), unboundLines(policies, style), ...settings, sourceLines(source, style)];
  return `${parts.filter((lines) => lines.length > 0).map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function settingLines({ title, effective, problems }: EffectiveSettings, style: Style): string[] {
  const warnings = problems.flatMap(({ message }) => hang(`  ${paint(style, "warning", "not enforced")}  `, clean(style, message), style));
  return [paint(style, "bold", `effective ${title}`), ...leavesOf(effective, []).flatMap(({ path, value, from }) => hang(`  ${clean(style, path)}  `, clean(style, `${value}  from ${from}`), style)), ...warnings];
}

interface Leaf {
  readonly path: string;
  readonly value: string;
  readonly from: string;
}

/** Every setting with its value and the policies that made it so. */
function leavesOf(node: EffectiveNode, path: readonly string[]): Leaf[] {
  const own = node.value === undefined ? [] : [{ path: path.join("/"), value: Array.isArray(node.value) ? node.value.join(", ") : String(node.value), from: node.policies.join(", ") }];
  return [...own, ...Array.from(node.keys, ([name, child]) => leavesOf(child, [...path, name])).flat()];
}

/** As `landfall.effective/1`. */
export function effectiveJson({ policies, guardrailsIn, source }: EffectiveScreen, tool: string): string {
  const { account, levels, settings, unbound } = policies;
  return enveloped(
    { format: "landfall.effective/1", tool },
    {
      account: { key: account.key, id: account.id, isStandIn: account.isStandIn, state: account.state },
      bound: !unbound,
      levels: levels.map(({ node, policies: attached }) => ({ node, policies: attached.map((policy) => ({ address: policy.address, kind: policy.kind, name: policy.name, guardrails: guardrailsIn(policy), document: policy.document })) })),
      settings: settings.map(({ kind, json, problems }) => ({ kind, effective: json, problems })),
      source: sourceJson(source),
    },
  );
}
