import { type Code, nearest, type ValuePath } from "../../diagnostics/index.ts";
import { nameOfAddress } from "../../ids/index.ts";
import { accountsOf, type Expectation, nodesOf, type Organization } from "../../organization/index.ts";
import { type Catalog, patternsMeet } from "../../policy/index.ts";
import type { AccessModel } from "../model.ts";
import type { Mistake } from "./model.ts";
import { ANYONE, EXEMPT, OUTSIDERS } from "./who.ts";

/** What keeps an expectation from being asked: it says several things, or a name in it means nothing. */
export function mistakesIn(name: string, expectation: Expectation, { organization, model, catalog }: { readonly organization: Organization; readonly model: AccessModel; readonly catalog: Catalog }): Mistake[] {
  const at = (field: keyof Expectation, index: number): ValuePath => ["expectations", name, field, index];
  const each = (field: "who" | "only" | "can" | "cannot" | "accounts" | "ous" | "isolated", judge: (text: string) => Found | undefined): Mistake[] =>
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
    ...each("who", (text) => whoMistake(text, model)),
    ...each("only", (text) => (text === EXEMPT ? undefined : whoMistake(text, model))),
    ...each("can", action),
    ...each("cannot", action),
    ...each("accounts", account),
    ...each("ous", ou),
    ...each("isolated", place),
  ];
}

type Found = Omit<Mistake, "path">;

const found = (code: Code, summary: string, suggestion: string | undefined): Found => ({ code, summary, ...(suggestion === undefined ? {} : { suggestion }) });

const unlessIn = (text: string, names: readonly string[], summary: string): Found | undefined => (names.includes(text) ? undefined : found("LF3304", summary, nearest(text, names)));

function mixed(name: string, { can, cannot, only, isolated, accounts, ous, on }: Expectation): Mistake[] {
  const path = ["expectations", name];
  const said = Object.entries({ can, cannot, isolated }).flatMap(([word, list]) => (list === undefined ? [] : [word]));
  if (said.length === 0) return [{ code: "LF3305", path, summary: `The expectation "${name}" says neither what can nor what cannot be done.` }];
  if (said.length > 1) return [{ code: "LF3305", path, summary: `The expectation "${name}" says several things: ${said.join(" and ")}.` }];
  const beside = Object.entries({ only, on }).flatMap(([word, list]) => (list === undefined ? [] : [word]));
  if (isolated !== undefined && beside.length > 0) return [{ code: "LF3305", path, summary: `The expectation "${name}" isolates places, which ${beside.join(" and ")} cannot say more of.` }];
  if (isolated?.length === 1 && accounts === undefined && ous === undefined) return [{ code: "LF3305", path, summary: `The expectation "${name}" isolates one place, and says not from where.` }];
  return [];
}

/** Names of roles that the file does not know are taken: they are asked as ones whose policies are unknown. */
function whoMistake(text: string, { roles }: AccessModel): Found | undefined {
  const words = [ANYONE, OUTSIDERS, "root", "administrator"];
  if (words.includes(text)) return undefined;
  const known = roles.map(({ kind, name }) => `${kind}/${name}`);
  const isPattern = /[*?]/.test(text);
  if (isPattern ? known.some((word) => patternsMeet(text, word)) : known.includes(text) || /^role\/./.test(text)) return undefined;
  return found("LF3302", `"${text}" names no principal.`, nearest(text, [...words, ...known]));
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
