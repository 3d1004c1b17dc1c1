import type { Organization, Root } from "@aws-sdk/client-organizations";
import { type Aws, awsErrorName } from "../aws/index.ts";
import { LandfallError } from "../diagnostics/index.ts";
import type { CreationInFlight, Inventory, Observed, Statements } from "../inventory/index.ts";
import type { PolicyTypeFacts } from "../limits/index.ts";
import type { Tags } from "../organization/index.ts";
import { creationsInFlight } from "./accounts/creations.ts";
import { type AccountList, listAccounts } from "./accounts/list.ts";
import { type Excludable, policyTypesToRead } from "./excluded.ts";
import { readTags } from "./tag-reading.ts";
import { readUnits, type Units } from "./units.ts";

/** The way to AWS while reading: each distinct call is made once, and what several kinds need is asked in one place. */
export interface Reader {
  readonly aws: Aws;
  readonly managementAccountId: () => Promise<string>;
  /** Undefined when the account is in no organization. */
  readonly organization: () => Promise<Organization | undefined>;
  readonly root: () => Promise<Root>;
  /** The OUs of every node that has some, by the node's id. */
  readonly units: () => Promise<Units>;
  /** Accounts that AWS was still creating before the accounts were read. */
  readonly creations: () => Promise<readonly CreationInFlight[]>;
  readonly accounts: () => Promise<AccountList>;
  /** Those that are not left out. */
  readonly policyTypes: readonly PolicyTypeFacts[];
  /** What is declared: it tells which reads are worth most. */
  readonly desired: Inventory;
  /** What the file says to take away. */
  readonly remove: Statements["remove"];
  /** The tags of a thing by its id, and whether tags can be seen at all. */
  readonly tags: (id: string) => Promise<{ tags: Tags } & Pick<Observed, "notVisible">>;
  /** The policy types, as ARNs name them, of all policies that carry tags; undefined when that cannot be told. */
  readonly taggedPolicyTypes: () => Promise<ReadonlySet<string> | undefined>;
  /** What is worth telling about the reading itself. */
  readonly remarks: () => Promise<readonly string[]>;
}

export function awsReader(aws: Aws, exclude: readonly Excludable[], desired: Inventory, remove: Statements["remove"]): Reader {
  const organization = once(() => describe(aws));
  const readsTags = !exclude.includes("tags");
  const reading = once(() => readTags(reader));
  const reader: Reader = {
    aws,
    desired,
    remove,
    organization,
    managementAccountId: once(() => managementAccount(aws, organization)),
    root: once(() => onlyRoot(aws)),
    units: once(() => readUnits(reader)),
    creations: once(() => creationsInFlight(aws)),
    accounts: once(() => listAccounts(reader)),
    policyTypes: policyTypesToRead(exclude),
    tags: async (id) => (readsTags ? { tags: await (await reading()).of(id) } : { tags: {}, notVisible: ["tags"] }),
    taggedPolicyTypes: async () => (readsTags ? (await reading()).policyTypes : undefined),
    remarks: async () => (readsTags ? [(await reading()).remark].filter((remark) => remark !== undefined) : []),
  };
  return reader;
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}

async function describe(aws: Aws): Promise<Organization | undefined> {
  try {
    return (await (await aws.organizations()).describeOrganization({})).Organization;
  } catch (error) {
    if (awsErrorName(error) === "AWSOrganizationsNotInUseException") return undefined;
    throw error;
  }
}

/** The caller's account, which must own the organization if there is one. */
async function managementAccount(aws: Aws, organization: () => Promise<Organization | undefined>): Promise<string> {
  const [caller, existing] = await Promise.all([(await aws.sts()).getCallerIdentity({}), organization()]);
  const callerId = caller.Account ?? "";
  const ownerId = existing?.MasterAccountId ?? callerId;
  if (ownerId === callerId) return callerId;
  throw new LandfallError(
    {
      code: "LF7006",
      severity: "error",
      summary: `The credentials are those of account ${callerId}; the organization ${existing?.Id ?? ""} belongs to ${ownerId}.`,
      fix: `Use credentials of the management account ${ownerId}.`,
    },
    "credentials",
  );
}

async function onlyRoot(aws: Aws): Promise<Root> {
  const answer = await (await aws.organizations()).listRoots({});
  const root = answer.Roots?.[0];
  if (root === undefined) throw new TypeError("AWS listed no root");
  return root;
}
