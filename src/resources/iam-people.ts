import type { IAM, UserDetail } from "@aws-sdk/client-iam";
import type { AccountPeople, KnownUser } from "../access/index.ts";
import { type Aws, awsErrorName } from "../aws/index.ts";
import type { Address } from "../ids/index.ts";

/** What the reading takes in an account, besides what reading its roles takes. */
export const IAM_PEOPLE_ACTIONS: readonly string[] = ["iam:GetAccountSummary", "iam:GetLoginProfile", "iam:ListAccessKeys", "iam:ListOpenIDConnectProviders", "iam:ListSAMLProviders"];

/**
 * Who signs in to the account without Identity Center: users with their passwords and keys, providers of identities, the
 * root user. What a role may not read is left out, which means that it is not known. Two calls for each user; most
 * accounts should have none. Source: IAM API Reference.
 */
export async function readPeople(aws: Aws, account: Address): Promise<AccountPeople> {
  const iam = await aws.iam();
  const [summary, users, saml, oidc] = await Promise.all([
    ifAllowed(() => iam.getAccountSummary({})),
    ifAllowed(() => usersOf(iam)),
    ifAllowed(() => iam.listSAMLProviders({})),
    ifAllowed(() => iam.listOpenIDConnectProviders({})),
  ]);
  const { AccountAccessKeysPresent, AccountPasswordPresent } = summary?.SummaryMap ?? {};
  const root = AccountAccessKeysPresent === undefined || AccountPasswordPresent === undefined ? {} : { root: { hasKeys: AccountAccessKeysPresent > 0, hasPassword: AccountPasswordPresent > 0 } };
  return {
    account,
    ...root,
    ...(users === undefined ? {} : { users }),
    ...(saml === undefined ? {} : { samlProviders: (saml.SAMLProviderList ?? []).flatMap(({ Arn }) => Arn ?? []) }),
    ...(oidc === undefined ? {} : { oidcProviders: (oidc.OpenIDConnectProviderList ?? []).flatMap(({ Arn }) => Arn ?? []) }),
  };
}

async function usersOf(iam: IAM): Promise<KnownUser[]> {
  const users: UserDetail[] = [];
  let Marker: string | undefined;
  do {
    const page = await iam.getAccountAuthorizationDetails({ Filter: ["User"], MaxItems: 1000, Marker });
    users.push(...(page.UserDetailList ?? []));
    Marker = page.IsTruncated === true ? page.Marker : undefined;
  } while (Marker !== undefined);
  const known: KnownUser[] = [];
  // One after the other: IAM has one rate for all of an account.
  for (const user of users) known.push(await knownUser(iam, user));
  return known;
}

async function knownUser(iam: IAM, { UserName = "", Tags = [] }: UserDetail): Promise<KnownUser> {
  const hasPassword = await ifAllowed(() => iam.getLoginProfile({ UserName }).then(() => true, (error: unknown) => (awsErrorName(error).startsWith("NoSuchEntity") ? false : Promise.reject(error as Error))));
  const keys = await ifAllowed(() => iam.listAccessKeys({ UserName }));
  return {
    name: UserName,
    ...(hasPassword === undefined ? {} : { hasPassword }),
    ...(keys === undefined ? {} : { activeKeys: (keys.AccessKeyMetadata ?? []).filter(({ Status }) => Status === "Active").length }),
    tags: Object.fromEntries(Tags.map(({ Key = "", Value = "" }) => [Key, Value])),
  };
}

/** What comes of a call, or undefined where the role may not make it: older roles of landfall may not. */
async function ifAllowed<T>(call: () => Promise<T>): Promise<T | undefined> {
  try {
    return await call();
  } catch (error) {
    if (awsErrorName(error).startsWith("AccessDenied")) return undefined;
    throw error;
  }
}
