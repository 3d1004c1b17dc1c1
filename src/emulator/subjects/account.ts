import type { Call } from "../operation.ts";
import { controlsOf, orgPathOf, tagsTable } from "../services/organizations/index.ts";
import { arnIn, partitionNamed } from "../partitions.ts";
import { globalRegion } from "./global-region.ts";
import { type Input, type Named, type SubjectFacts, type SubjectTable, textIn } from "./subject.ts";
import { tagKeys } from "./tags.ts";

const ANY = { AccountId: ["account", "accountInOrganization"] };
const MEMBER = { AccountId: ["accountInOrganization"] };
const CONTACT = ["account:AlternateContactTypes"];
const REGION = ["account:TargetRegion"];
const EMAIL = ["account:EmailTargetDomain"];

/** Source: Service Authorization Reference, "Actions, resources, and condition keys for AWS Account Management". */
const OPERATIONS: Readonly<Record<string, SubjectFacts>> = {
  AcceptPrimaryEmailUpdate: { about: MEMBER, keys: EMAIL },
  DeleteAlternateContact: { about: ANY, keys: CONTACT },
  DisableRegion: { about: ANY, keys: REGION },
  EnableRegion: { about: ANY, keys: REGION },
  GetAccountInformation: { about: ANY },
  GetAlternateContact: { about: ANY, keys: CONTACT },
  GetContactInformation: { about: ANY },
  GetPrimaryEmail: { about: MEMBER },
  GetPrimaryEmailUpdateStatus: { about: MEMBER },
  GetRegionOptStatus: { about: ANY, keys: REGION },
  ListRegions: { about: ANY },
  PutAccountName: { about: ANY },
  PutAlternateContact: { about: ANY, keys: CONTACT },
  PutContactInformation: { about: ANY },
  StartPrimaryEmailUpdate: { about: MEMBER, keys: EMAIL },
};

/**
 * An account that is named is one of the organization; without a name it is the caller's own. Who may name another, the
 * operations decide.
 */
export const accountSubjects: SubjectTable = {
  prefix: "account",
  operations: OPERATIONS,
  read(call, name, input) {
    const accountId = textIn(input, "AccountId") ?? call.principal.accountId;
    const all = {
      "account:AlternateContactTypes": textIn(input, "AlternateContactType"),
      "account:TargetRegion": textIn(input, "RegionName"),
      "account:EmailTargetDomain": textIn(input, "PrimaryEmail")?.split("@").at(-1),
    };
    const isKnown = controlsOf(call.world, accountId) !== undefined;
    const ofOrganization = tagKeys(isKnown ? (tagsTable(call.world).get(accountId)?.tags ?? []) : [], ["account:AccountResourceOrgTags"]);
    return {
      resources: [accountNamed(call, input)],
      keys: {
        ...globalRegion(call),
        ...Object.fromEntries(Object.entries(all).filter(([key]) => OPERATIONS[name]?.keys?.includes(key))),
        "account:AccountResourceOrgPaths": orgPathOf(call.world, accountId),
        ...ofOrganization.tags,
      },
      unclear: ofOrganization.unclear,
      ownedByCaller: true,
    };
  },
};

function accountNamed({ world, principal, region }: Call, input: Input): Named {
  const partition = partitionNamed(region);
  const named = textIn(input, "AccountId");
  const organization = controlsOf(world, principal.accountId)?.organization;
  const arn = named === undefined || organization === undefined
    ? `arn:aws:account::${principal.accountId}:account`
    : `arn:aws:account::${organization.managementAccountId}:account/${organization.id}/${named}`;
  return { arn: arnIn(partition, arn) };
}
