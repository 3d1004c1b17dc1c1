import { type AccessAccount, type AccessModel, accessModel, accountNamed, type KnownRole } from "../access/index.ts";
import { expand } from "../inventory/index.ts";
import type { Organization } from "../organization/index.ts";
import { observe } from "../resources/index.ts";
import type { AskedSource, SourceOptions } from "./access-source.ts";
import { declaredBeside, readAccountRoles } from "./account-roles.ts";
import { openSession, telling } from "./aws-session.ts";
import type { Invocation } from "./command.ts";
import type { CheckedFile } from "./organization-file.ts";
import { statementTeller, type TellerOptions } from "./statement-places.ts";

export interface LiveRequest extends Required<Omit<SourceOptions, "places">> {
  readonly checked: CheckedFile;
  readonly organization: Organization;
  readonly places: TellerOptions;
  readonly roles: readonly KnownRole[];
}

/** The organization as AWS has it now, and the IAM of the accounts that the question is about. */
export async function liveSource({ flags, terminal }: Invocation, { checked, organization, places, roles, iamOf, services }: LiveRequest): Promise<AskedSource> {
  const { homeRegion, name } = organization;
  const session = await openSession({ flags, homeRegion, folder: checked.folder, terminal, emit: telling(terminal) });
  try {
    if (session.notice !== undefined) terminal.note(`${session.notice}\n\n`);
    const observation = await observe(session.aws, { desired: expand(organization), exclude: ["contact", ...(services ? [] : (["trusted-access", "delegated-administrator"] as const))] });
    const organizationOnly = accessModel(observation, { homeRegion, roles });
    const accounts: AccessAccount[] = iamOf === "all" ? [...organizationOnly.accounts.values()] : [...new Set(iamOf.flatMap((one) => accountIfOurs(organizationOnly, one)))];
    const read = await readAccountRoles(session.aws, organizationOnly, accounts, { memberRole: flags.text("memberRole"), people: services });
    const where = session.where === "aws" ? "AWS" : session.where === "local" ? "the embedded AWS" : session.where;
    // What was left out on purpose has no part in questions about access.
    const model = { ...organizationOnly, roles: [...declaredBeside(roles, read.iamKnown), ...read.roles], iamKnown: read.iamKnown, notRead: observation.notRead.filter((text) => !text.endsWith(": excluded")) };
    const source = { kind: "aws", name: where, readAt: new Date(session.aws.clock.now()).toISOString(), iam: read.told, notRead: model.notRead } as const;
    return { model, items: Array.from(observation.items.values(), ({ item }) => item), organization, people: read.people, teller: statementTeller(model, organization, places), name, source };
  } finally {
    await session.close();
  }
}

/** An id in an ARN may be that of an account outside; a name that is none is told with a suggestion. */
const accountIfOurs = (model: AccessModel, name: string): AccessAccount[] => (/^\d{12}$/.test(name) && !model.accountsById.has(name) ? [] : [accountNamed(model, name)]);
