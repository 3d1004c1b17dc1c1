import { type Code, figure, nearest, type ValuePath } from "../../diagnostics/index.ts";
import { nameOfAddress, parseArn } from "../../ids/index.ts";
import { accountsOf, type Expectation, nodesOf, type Organization } from "../../organization/index.ts";
import { type Catalog, patternsMeet, principalFromText } from "../../policy/index.ts";
import type { AccessModel } from "../model.ts";
import { canBeNamed } from "../principal.ts";
import { isVisitor } from "../visitors.ts";
import { groupsOf, isGroup } from "./groups.ts";
import { guardrailsNamed } from "./kept.ts";
import type { Mistake } from "./model.ts";
import { ANYONE, EXEMPT, OUTSIDERS } from "./who.ts";

/** What keeps an expectation from being asked: it says several things, or a name in it means nothing. */
export function mistakesIn(name: string, expectation: Expectation, { organization, model, catalog }: { readonly organization: Organization; readonly model: AccessModel; readonly catalog: Catalog }): Mistake[] {
  const at = (field: keyof Expectation, index: number): ValuePath => ["expectations", name, field, index];
  const each = (field: "who" | "only" | "can" | "cannot" | "guardrails" | "accounts" | "ous" | "isolated" | "on", judge: (text: string) => Found | undefined): Mistake[] =>
    (expectation[field] ?? []).flatMap((text, index) => {
      const found = judge(text);
      return found === undefined ? [] : [{ ...found, path: at(field, index) }];
    });
  const nodes = nodesOf(organization);
  const keys = accountsOf(organization, nodes).map(({ key }) => key);
  const ous = nodes.map(({ address }) => nameOfAddress(address) || "root");
  const account = (text: string): Found | undefined => unlessIn(text, keys, `There is no account ${text}.`);
  const ou = (text: string): Found | undefined => (text === "root" ? undefined : unlessIn(text, ous, `There is no OU ${text}.`));
  const place = (text: string): Found | undefined => (keys.includes(text) ? undefined : ou(text) && unlessIn(text, [...ous, ...keys], `There is no OU or account ${text}.`));
  const action = (text: string): Found | undefined => actionMistake(text, catalog);
  return [
    ...mixed(name, expectation),
    ...each("who", (text) => (isGroup(text) ? groupMistake(text, organization) : whoMistake(text, model))),
    ...each("only", (text) => (text === EXEMPT || isArn(text) || text.startsWith("role/") ? undefined : whoMistake(text, model))),
    ...each("can", action),
    ...each("cannot", action),
    ...each("guardrails", (text) => guardrailMistake(text, organization)),
    ...each("accounts", account),
    ...each("ous", ou),
    ...each("isolated", place),
    ...each("on", resourceMistake),
  ];
}

type Found = Omit<Mistake, "path">;

const found = (code: Code, summary: string, suggestion: string | undefined): Found => ({ code, summary, ...(suggestion === undefined ? {} : { suggestion }) });

const unlessIn = (text: string, names: readonly string[], summary: string): Found | undefined => (names.includes(text) ? undefined : found("LF3304", summary, nearest(text, names)));

function mixed(name: string, { who, can, cannot, only, isolated, guardrails, accounts, ous, on, when }: Expectation): Mistake[] {
  const path = ["expectations", name];
  const said = Object.entries({ can, cannot, isolated, guardrails }).flatMap(([word, list]) => (list === undefined ? [] : [word]));
  if (said.length === 0) return [{ code: "LF3305", path, summary: `The expectation "${name}" says neither what can nor what cannot be done.` }];
  if (said.length > 1) return [{ code: "LF3305", path, summary: `The expectation "${name}" says several things: ${said.join(" and ")}.` }];
  const beside = Object.entries(guardrails === undefined ? { only, on } : { who, only, on, when }).flatMap(([word, list]) => (list === undefined ? [] : [word]));
  if (guardrails !== undefined && beside.length > 0) return [{ code: "LF3305", path, summary: `The expectation "${name}" is about guardrails, of which ${beside.join(" and ")} cannot say more.` }];
  if (isolated !== undefined && accounts === undefined && ous === undefined && who?.some(isGroup) === true) return [{ code: "LF3305", path, summary: `The expectation "${name}" isolates places from a group, and says not from where.` }];
  if (isolated !== undefined && beside.length > 0) return [{ code: "LF3305", path, summary: `The expectation "${name}" isolates places, which ${beside.join(" and ")} cannot say more of.` }];
  if (isolated?.length === 1 && accounts === undefined && ous === undefined) return [{ code: "LF3305", path, summary: `The expectation "${name}" isolates one place, and says not from where.` }];
  return [];
}

const isArn = (text: string): boolean => parseArn(text) !== undefined;

/** Whatever stands for the account, the rest must be there for a policy to name it. */
const resourceMistake = (text: string): Found | undefined => (text === "*" || isArn(text) ? undefined : { code: "LF3307", summary: `"${text}" is no ARN.`, fix: "Write it whole, for example arn:aws:s3:::logs/*, or leave `on` out." });

/** Names of roles that the file does not know are taken: they are asked as ones whose policies are unknown. */
function whoMistake(text: string, model: AccessModel): Found | undefined {
  const { roles } = model;
  const words = [ANYONE, OUTSIDERS, "root", "administrator"];
  if (words.includes(text)) return undefined;
  if (isArn(text)) return arnMistake(text, model);
  const known = roles.map(({ kind, name }) => `${kind}/${name}`);
  const isPattern = /[*?]/.test(text);
  if (isPattern ? known.some((word) => patternsMeet(text, word)) : known.includes(text) || (text.startsWith("role/") && canBeNamed(text.slice("role/".length)))) return undefined;
  return found("LF3302", `"${text}" names no principal.`, nearest(text, [...words, ...known]));
}

function groupMistake(text: string, organization: Organization): Found | undefined {
  const groups = groupsOf(organization);
  return groups.includes(text) ? undefined : found("LF3302", `"${text}" names no group of the file.`, nearest(text, groups));
}

function guardrailMistake(text: string, organization: Organization): Found | undefined {
  if (guardrailsNamed(organization, text).length > 0) return undefined;
  return found("LF3308", text === "*" ? "No guardrail is attached." : `No guardrail "${text}" is attached that denies requests.`, nearest(text, guardrailsNamed(organization, "*").map(({ name }) => name)));
}

/** An ARN is asked from its own account; where that might be one of ours whose id nobody knows, that cannot be told. */
function arnMistake(text: string, { accountsById }: AccessModel): Found | undefined {
  const principal = principalFromText(text);
  if (principal === undefined || !("accountId" in principal) || /[*?]/.test(text)) return found("LF3302", `"${text}" is the ARN of no single root user, user or role.`, undefined);
  const strangers = [...accountsById.values()].filter((account) => account.isStandIn && !isVisitor(account)).length;
  if (accountsById.has(principal.accountId) || strangers === 0) return undefined;
  return { code: "LF3302", summary: `Whose account ${principal.accountId} is cannot be told: the file has no id for ${figure(strangers)} of its accounts.`, fix: "Say the `id` of those accounts, or name the principal as role/NAME." };
}

function actionMistake(text: string, catalog: Catalog): Found | undefined {
  const [prefix = "", name = ""] = text.split(":");
  const service = catalog.service(prefix.toLowerCase());
  if (text === "*" || (/[*?]/.test(prefix) && name !== "")) return undefined;
  const actions = [...(service?.actions.values() ?? [])];
  if (/[*?]/.test(name) ? actions.some(({ action }) => patternsMeet(`${prefix}:${name}`.toLowerCase(), action.toLowerCase())) : catalog.action(text) !== undefined) return undefined;
  const meant = service ?? catalog.service(nearest(prefix, catalog.prefixes()) ?? "");
  const suggestion = meant?.actions.get(nearest(name, meant.actions.keys()) ?? "")?.action;
  return found("LF3303", `AWS has no action ${text}.`, suggestion);
}
