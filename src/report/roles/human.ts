import type { RoleSpec, RoleState } from "../../bootstrap/index.ts";
import type { PolicyStatement } from "../../policy/index.ts";
import { cleanText } from "../clean.ts";
import { displayWidth, hang, wrap } from "../layout.ts";
import { list } from "../list.ts";
import { type Mark, paint, type Style } from "../style.ts";
import { count } from "../words.ts";

/** A role with how it stands in AWS, where that was asked. */
export interface ShownRole {
  readonly spec: RoleSpec;
  /** Absent for a role of member accounts, and where AWS was not asked. */
  readonly state?: RoleState;
}

export interface RolesOptions {
  /** What stands on the right of the heading: the account, the organization and the Region. */
  readonly about: string;
  /** Show every action and condition. */
  readonly full?: boolean;
}

/** On a wide terminal the right side stays near the left one. */
const WIDEST = 100;

/** Landfall's roles: what each may do, whom it trusts, and how it stands in AWS. */
export function rolesHuman(roles: readonly ShownRole[], style: Style, { about, full = false }: RolesOptions): string {
  const command = "landfall bootstrap";
  const gap = Math.min(style.width, WIDEST) - command.length - displayWidth(about);
  const heading = gap >= 3 ? [`${paint(style, "bold", command)}${" ".repeat(gap)}${about}`] : [paint(style, "bold", command), ...wrap(about, style.width)];
  const blocks = roles.map((role) => [...roleLines(role, style), ...(full ? actionLines(role.spec, style) : [])]);
  return `${[heading, ...blocks].map((block) => block.join("\n")).join("\n\n")}\n`;
}

function roleLines({ spec, state }: ShownRole, style: Style): string[] {
  const [word, mark] = standing({ spec, state });
  const statements = [spec.policy.Statement].flat();
  const actions = actionsOf(statements);
  // The statements of a role are named by what they are for.
  const changing = actionsOf(statements.filter(({ Sid = "" }) => Sid.startsWith("Change"))).length;
  const may = changing === 0 ? `${count(actions.length, "action")}, none of which changes anything` : `${count(actions.length, "action")}, ${changing} of which change something`;
  const rows = [
    { prefix: "    ", head: [{ text: "may" }], text: may },
    { prefix: "    ", head: [{ text: "trusts" }], text: trustText(spec, state) },
    ...(state?.drift ?? []).map(({ text }) => ({ prefix: "    ", head: [{ text: "but" }], text: cleanText(text), mark: "warning" as const })),
  ];
  return [`${paint(style, "bold", spec.name)}  ${paint(style, mark, word)}`, ...hang("  ", spec.description, style), ...list(rows, style).flat()];
}

const actionsOf = (statements: readonly PolicyStatement[]): string[] => statements.flatMap(({ Action = [] }) => [Action].flat());

function standing({ spec, state }: ShownRole): [string, Mark | undefined] {
  if (state === undefined) return [spec.kind === "member" ? "for member accounts" : "not asked", "dim"];
  if (state.found === undefined) return ["not there", "added"];
  return state.drift.length === 0 ? ["as it should be", "dim"] : ["differs", "warning"];
}

/** Whom a role trusts, in words. */
function trustText({ trust: wanted, kind }: RoleSpec, state: RoleState | undefined): string {
  // A role that may keep whom it trusts is shown with those.
  const keeps = state?.found !== undefined && !state.drift.some(({ about }) => about === "trust");
  const trust = keeps ? state.found.trust : wanted;
  if (kind === "member") return "landfall-plan and landfall-apply, while the account is in their organization";
  const [{ Principal, Condition = {} } = {}] = [trust.Statement].flat();
  const accounts = Principal === undefined || Principal === "*" ? [] : [Principal.AWS ?? []].flat().map((arn) => arn.split(":")[4] ?? arn);
  const named = [Condition["ArnLike"]?.["aws:PrincipalArn"] ?? []].flat().map(String);
  if (named.length === 0) return `whom account ${accounts.join(", ")} itself lets assume it; --trust names them`;
  const org = Condition["StringEquals"]?.["aws:PrincipalOrgID"];
  const guard = Condition["StringEquals"]?.["sts:ExternalId"] === undefined ? (org === undefined ? "" : `, within ${String(org)}`) : ", with the external id";
  return `${named.join(", ")}${guard}`;
}

function actionLines({ policy }: RoleSpec, style: Style): string[] {
  return [policy.Statement].flat().flatMap(({ Sid = "", Action = [], Resource = [], Condition }) => [
    "",
    ...hang(`    ${Sid}  `, [Action].flat().join(", "), style),
    ...hang("      on ", [Resource].flat().join(", "), style, "dim"),
    ...(Condition === undefined ? [] : hang("      if ", JSON.stringify(Condition), style, "dim")),
  ]);
}
