import type { Organization } from "../../organization/index.ts";
import { patternsMeet, type PolicyStatement } from "../../policy/index.ts";
import type { AccessModel } from "../model.ts";
import { type HumanPath, isOfIdentityCenter, signsInAt } from "./people.ts";
import { purposeOfRole } from "./purposes.ts";
import { callersOf, trustOfRole } from "./trusted.ts";

/** Roles that somebody can take who comes from outside: of a provider of identities, of another account, as an IAM user. */
export function rolePaths(model: AccessModel, organization: Organization | undefined): HumanPath[] {
  return model.roles.filter(({ kind, path }) => kind === "role" && !path.startsWith("/aws-reserved/sso.amazonaws.com/")).flatMap((role) => {
    const accounts = [...role.accounts].flatMap((address) => model.accounts.get(address) ?? []).filter(({ state }) => state !== "closed");
    const trust = trustOfRole(model, role);
    if (accounts.length === 0 || trust === undefined) return [];
    const purpose = purposeOfRole(role, organization);
    const statements = [trust.Statement].flat().filter(({ Effect }) => Effect === "Allow");
    return statements.flatMap((statement) => statementPaths(model, statement)).map((path) => ({ ...path, as: `role/${role.name}`, accounts, ...(purpose === undefined ? {} : { purpose }), certain: true }));
  });
}

type Path = Pick<HumanPath, "kind" | "who">;

function statementPaths(model: AccessModel, statement: PolicyStatement): Path[] {
  const { Principal, NotPrincipal } = statement;
  const lets = (action: string): boolean => [statement.Action ?? []].flat().some((pattern) => patternsMeet(pattern.toLowerCase(), action));
  const listed = typeof Principal === "object" && NotPrincipal === undefined ? Principal : {};
  const federated = [listed.Federated ?? []].flat();
  return [
    ...(lets("sts:assumerole") ? accountPaths(model, statement) : []),
    ...(lets("sts:assumerolewithsaml") ? federated.filter((arn) => arn.includes(":saml-provider/") && !isOfIdentityCenter(arn)).map((arn): Path => ({ kind: "saml", who: signsInAt(arn) })) : []),
    ...(lets("sts:assumerolewithwebidentity") ? federated.filter((name) => !name.includes(":saml-provider/")).map(webIdentity) : []),
    ...(lets("sts:assumerole") && [listed.Service ?? []].flat().includes("rolesanywhere.amazonaws.com") ? [{ kind: "certificate", who: "who has a certificate that IAM Roles Anywhere trusts" } as const] : []),
  ];
}

const webIdentity = (name: string): Path => (name.includes(":oidc-provider/") ? { kind: "oidc", who: signsInAt(name) } : { kind: "web-identity", who: `who signs in at ${name}` });

/** People of accounts outside; IAM users of the organization, who are people or their programs. */
function accountPaths(model: AccessModel, statement: PolicyStatement): Path[] {
  const users = callersOf(model, [statement], "accounts").filter(({ sources, from }) => sources === "outside" || (Array.isArray(sources) && from.startsWith("user/")));
  return users.map(({ from, sources }): Path => ({ kind: sources === "outside" ? "outside" : "user-role", who: from }));
}
