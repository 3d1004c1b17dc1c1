import type { Organization } from "../../../organization/index.ts";
import { LandfallError } from "../../../diagnostics/index.ts";
import type { Edit } from "../edit.ts";
import { declaredOu, isDeclared, keysTo, mustBeFree, namesOf, stated } from "./places.ts";

export interface NewAccount {
  readonly key: string;
  readonly ou: string;
  readonly purpose?: string;
  readonly stage?: string;
  readonly service?: string;
  readonly owner?: string;
  readonly email?: string;
}

/** An account in an OU that is declared. */
export function addAccount(organization: Organization, { key, ou, ...facts }: NewAccount): Edit[] {
  mustBeFree(organization, key);
  const { names } = declaredOu(organization, ou);
  return [{ kind: "set", path: [...keysTo(names), "accounts", key], value: stated(facts) }];
}

/** An OU, with those above it that are not declared yet. */
export function addOu(organization: Organization, ou: string, description?: string): Edit[] {
  const names = namesOf(ou);
  if (names.length === 0) throw new LandfallError({ code: "LF1132", severity: "error", summary: `${JSON.stringify(ou)} names no OU.`, fix: "Write its names from the root down, as in Workloads/Prod." }, "usage");
  const missing = names.findIndex((_, index) => !hasOu(organization, names.slice(0, index + 1)));
  if (missing < 0) throw new LandfallError({ code: "LF1131", severity: "error", summary: `The file has the OU ${ou} already.`, fix: "Name another." }, "usage");
  return [{ kind: "set", path: keysTo(names), value: stated({ description }) }];
}

function hasOu(organization: Organization, names: readonly string[]): boolean {
  try {
    declaredOu(organization, names.join("/"));
    return true;
  } catch (error) {
    if (error instanceof LandfallError) return false;
    throw error;
  }
}

const PRODUCTION = new Set(["prod", "production"]);

export interface NewService {
  readonly service: string;
  readonly stages: readonly string[];
  readonly owner?: string;
}

/**
 * An account for each stage of a service, production in Workloads/Prod and the others in Workloads/SDLC, and one that
 * deploys it in Deployments/Prod, or in Deployments where that has no Prod. Accounts that are there stay as they are.
 */
export function addService(organization: Organization, { service, stages, owner }: NewService): Edit[] {
  const staged = stages.map((stage): NewAccount => ({
    key: `${service}-${stage}`,
    ou: PRODUCTION.has(stage) ? "Workloads/Prod" : "Workloads/SDLC",
    purpose: `Runs ${service} in ${stage}`,
    stage,
    service,
    owner,
  }));
  const deployments = ["Deployments/Prod", "Deployments"].find((ou) => hasOu(organization, namesOf(ou)));
  const deployment: NewAccount[] = deployments === undefined ? [] : [{ key: `${service}-deployment`, ou: deployments, purpose: `Delivers ${service}`, stage: "prod", service, owner }];
  return [...staged, ...deployment].filter(({ key }) => !isDeclared(organization, key)).flatMap((account) => addAccount(organization, account));
}

export type SandboxUser = { readonly person: string } | { readonly team: string };

/** The key of somebody's sandbox: `sandbox-ana-lee` for `Ana Lee` and for `ana.lee@acme.example`. */
export function sandboxKey(user: SandboxUser): string {
  const name = ("person" in user ? user.person : user.team).replace(/@.*$/u, "");
  const words = name.normalize("NFKD").toLowerCase().replaceAll(/[^a-z0-9]+/gu, " ").trim();
  if (words === "") throw new LandfallError({ code: "LF1132", severity: "error", summary: `${JSON.stringify(name)} has no letter or digit that a key can be made of.`, fix: "Write the name in Latin letters." }, "usage");
  return `sandbox-${words.replaceAll(" ", "-")}`;
}

/** A sandbox for each person or team that has none yet; whoever is named twice gets one. */
export function addSandboxes(organization: Organization, users: readonly SandboxUser[]): Edit[] {
  const wanted = new Map(users.map((user) => [sandboxKey(user), user]));
  return [...wanted].filter(([key]) => !isDeclared(organization, key)).flatMap(([key, user]) => {
    const owner = "person" in user ? user.person : user.team;
    return addAccount(organization, { key, ou: "Sandbox", purpose: `Sandbox of ${owner}`, stage: "sandbox", owner });
  });
}
