// Not `{ z }`: that brings all of zod along, its languages too.
import * as z from "zod";
import { POLICY_TYPES } from "../limits/index.ts";
import { ACCESS_SCHEMAS, identityCenter, role } from "./shape-access-schemas.ts";
import { budget, BUDGET_SCHEMAS } from "./shape-budget-schemas.ts";
import { expectation, EXPECTATION_SCHEMAS } from "./shape-expectation-schemas.ts";
import { isEmailRule } from "./shape-forms.ts";
import { document, named, tags, text } from "./shape-parts.ts";
import { GROWTHS, type GuardrailUse, type OrganizationalUnit } from "./types.ts";

/*
 * The shape of the organization file. The types people see are the interfaces in types.ts: tests hold the two together,
 * and the descriptions here equal the comments there.
 */

const policyKeys = z.array(z.string());
const guardrailNames = z.array(z.string());

/** Which parameters there are is the guardrail's to say; a rule compares. */
const guardrailUse = z
  .object({ guardrail: z.string().optional().describe("The guardrail's name in the list of guardrails. Default: the name of these settings.") })
  .catchall(z.unknown() as z.ZodType<GuardrailUse[string]>)
  .meta({ id: "GuardrailUse", description: "Settings of a guardrail: values by the names of its parameters." });

const delegationPolicy = z
  .strictObject({
    document: document.optional().describe("The policy document. State this or `file`."),
    file: text("fileName").optional().describe("A JSON file that holds the document, relative to the organization file."),
    tags: tags.optional(),
  })
  .meta({ id: "DelegationPolicy", description: "AWS Organizations' resource-based delegation policy: it names member accounts by id." });

const contact = z
  .strictObject({
    name: text("contactName").describe("A person or a team, up to 64 characters."),
    title: text("contactTitle").describe("What the person or the team is, up to 50 characters."),
    email: text("contactEmail").describe("Up to 254 characters; better a list that several people read."),
    phone: text("contactPhone").describe("Digits, spaces, parentheses, plus and hyphen, up to 25 characters."),
  })
  .meta({ id: "Contact", description: "An alternate contact, as AWS takes it." });

const contacts = z
  .strictObject({
    billing: contact.optional().describe("Invoices and payments."),
    operations: contact.optional().describe("Notices about the services in use."),
    security: contact.optional().describe("Notices about abuse and security."),
  })
  .meta({ id: "Contacts", description: "Whom AWS writes to beside the root user, by subject. A contact that is not stated is neither read nor changed." });

const policy = z
  .strictObject({
    type: z.enum(POLICY_TYPES.map(({ kind }) => kind)),
    name: text("policyName").optional().describe("The name in AWS, 1 to 128 characters. Default: the policy's key."),
    description: text("policyDescription").optional().describe("Up to 512 characters."),
    document: document.optional().describe("The policy document. State this or `file`."),
    file: text("fileName").optional().describe("A JSON file that holds the document, relative to the organization file."),
    tags: tags.optional(),
  })
  .meta({ id: "Policy", description: "One organization policy, of any of AWS's types: `scp` and `rcp` grant or deny, the others are settings that AWS merges." });

const account = z
  .strictObject({
    name: text("accountName").optional().describe("The account's name in AWS, 1 to 50 characters. Default: its key when it is made, and when that name moves with the key; any other name it has stays."),
    email: text("email").optional().describe("The root user's e-mail address. Default: made by `accountEmail`. To change one takes a code that AWS sends to the new address."),
    id: text("accountId").optional().describe("The id of an account that exists already, 12 digits."),
    purpose: z.string().optional().describe("What the account is for, in one sentence."),
    stage: text("tagValue")
      .optional()
      .describe("The stage of the software life cycle, for example `dev`, `test`, `preprod` or `prod`. Becomes the tag `stage`."),
    service: text("tagValue").optional().describe("The service that runs in it. Becomes the tag `service`."),
    owner: text("tagValue").optional().describe("Who answers for it: a team or a group. Becomes the tag `owner`."),
    tags: tags.optional(),
    contacts: contacts.optional().describe("Whom AWS writes to about this account."),
    state: z.enum(["active", "held", "closed"]).optional().describe("Default: `active`."),
    new: z
      .literal(true)
      .optional()
      .describe("Says that this is a new account, where landfall would otherwise ask whether an undeclared one was renamed."),
    invite: z
      .literal(true)
      .optional()
      .describe(
        "Says that the account with this `id` is to be invited while it is outside, alone or in another organization. Its owner must accept; then it is moved to its place. AWS makes no role in it for the organization, so nobody can work in it from outside until its owner makes one.",
      ),
    policies: policyKeys.optional().describe("Keys of policies attached to the account itself; better attached to its OU."),
    guardrails: guardrailNames.optional().describe("Names of guardrails that hold for the account alone; better attached to its OU."),
    fullAwsAccess: z
      .boolean()
      .optional()
      .describe("Whether AWS's own `FullAWSAccess` stays attached to the account. Default: true."),
  })
  .meta({ id: "Account", description: "A member account. Its key is unique in the whole file and is how landfall finds the account again." });

const nodeShape = {
  policies: policyKeys.optional().describe("Keys of the policies attached here."),
  guardrails: guardrailNames
    .optional()
    .describe("Names of the guardrails that hold here and below: from the list of guardrails, or from this file's `guardrails`."),
  fullAwsAccess: z
    .boolean()
    .optional()
    .describe(
      "Whether AWS's own `FullAWSAccess` stays attached. Default: true. With false the service control policies attached here must themselves allow what the accounts below may do.",
    ),
  tags: tags.optional(),
  accounts: named("accountKey", account).optional().describe("Accounts directly in this place, by key."),
};

const node = z.strictObject(nodeShape).meta({ id: "Node", description: "A place policies are attached to." });

const organizationalUnit = z
  .strictObject({
    description: z.string().optional().describe("What the OU is for; for people."),
    contacts: contacts.optional().describe("Whom AWS writes to about the accounts in this OU and below, where they name nobody else."),
    ...nodeShape,
    get ous(): z.ZodOptional<z.ZodRecord<z.ZodString, z.ZodType<OrganizationalUnit>>> {
      return named("ouName", organizationalUnit).optional().describe("The OUs inside this one, by name.");
    },
  })
  .meta({ id: "OrganizationalUnit", description: "An organizational unit. AWS allows five levels of them." });

const waiver = z
  .strictObject({
    code: text("ruleCode").describe("The code of the rule, for example `LF2105`."),
    at: text("address").optional().describe("The address of what the warning is about. Default: all that the rule warns about."),
    reason: text("waiverReason").describe("Why it is right here."),
    owner: text("waiverOwner").describe("Who answers for it."),
    until: text("day").describe("The last day on which it holds, in UTC, for example `2027-06-30`."),
  })
  .meta({ id: "Waiver", description: "A warning that is not counted until a day has passed. From then on the waiver itself is an error." });

const managementAccount = z
  .strictObject({
    id: text("accountId")
      .optional()
      .describe("The account's id, 12 digits; when stated, landfall refuses to work on any other organization."),
    owner: text("tagValue").optional(),
    tags: tags.optional(),
    contacts: contacts.optional().describe("Whom AWS writes to about this account."),
  })
  .meta({ id: "ManagementAccount", description: "The management account. Only its tags, its owner and its contacts are landfall's business." });

const organization = z
  .strictObject({
    $schema: z.string().optional().describe("Where editors find the JSON Schema; ignored."),
    name: text("organizationName").describe(
      "A short name for screens, for example the company's: lower-case letters, digits and hyphens.",
    ),
    homeRegion: text("region").describe(
      "The Region where landfall keeps its lock and where Identity Center and the log archive live.",
    ),
    regions: z
      .array(text("region"))
      .min(1)
      .describe("The Regions the organization governs, the home Region among them."),
    accountEmail: text("emailRule")
      .refine(isEmailRule, { error: "emailRule" })
      .optional()
      .describe(
        "The e-mail address of an account that states none: `{account}` becomes the account's key, `{organization}` the organization's name. AWS wants 6 to 64 characters, and never lets an address be used twice. An account that exists keeps the address it has.",
      ),
    growth: z
      .enum(GROWTHS)
      .optional()
      .describe("How far the organization has grown. Rules about the next size tell it as the next step, and do not fail. Default: `full`."),
    tags: tags.optional().describe("Tags put on every OU, account and policy that landfall creates."),
    contacts: contacts
      .optional()
      .describe("Whom AWS writes to about each account, the management account included, where its OU or the account itself names nobody else."),
    trustedAccess: z
      .array(text("service"))
      .optional()
      .describe("Services that may work in all accounts, by service principal. Those that a policy type or a delegation needs come by themselves."),
    delegatedAdministrators: z
      .record(z.string(), z.array(z.string()).min(1))
      .optional()
      .describe("The accounts, by key, that administer a service for the organization: by service principal."),
    rootAccess: z
      .array(z.enum(["RootCredentialsManagement", "RootSessions"]))
      .optional()
      .describe(
        "Centralized root access, by IAM's own words: `RootCredentialsManagement` lets the management account delete the credentials of its members' root users, and new accounts get none; `RootSessions` lets it do a few tasks as their root user. IAM gets trusted access by itself.",
      ),
    delegationPolicy: delegationPolicy
      .optional()
      .describe("What member accounts may see and manage of the organization itself. AWS keeps one such policy."),
    policies: named("policyName", policy)
      .optional()
      .describe("The organization's policies by key; a key is also the policy's name in AWS unless `name` says otherwise."),
    guardrails: named("guardrailName", guardrailUse)
      .optional()
      .describe("Settings of guardrails by name, where they need some or are to have others than usual; see the list of guardrails."),
    exemptRoles: z
      .array(text("exemptRole"))
      .optional()
      .describe(
        "Roles that guardrails let through besides the organization's own, by name with its path (`break-glass`, `platform/deploy-*`) or by ARN. The guardrail `protect-org-roles` keeps them from being made inside accounts.",
      ),
    root: node.optional().describe("The root: what is attached here holds for every account but the management account."),
    managementAccount: managementAccount
      .optional()
      .describe("The account that owns the organization. It exists before landfall does."),
    ous: named("ouName", organizationalUnit)
      .optional()
      .describe("The organizational units directly below the root, by name."),
    identityCenter: identityCenter
      .optional()
      .describe("How people enter accounts. It is judged; this version of landfall does not write it to AWS."),
    roles: named("roleName", role)
      .optional()
      .describe("IAM roles by name, which questions about access are to know. They are judged; this version of landfall does not write them to AWS."),
    budgets: named("budgetName", budget)
      .optional()
      .describe("Budgets by name: up to 100 characters. They are judged; this version of landfall does not write them to AWS."),
    expectations: z
      .record(z.string(), expectation)
      .optional()
      .describe("What must hold of access, by a name that says it. A failure names a request and what led to its answer."),
    moved: z
      .record(z.string(), text("address"))
      .optional()
      .describe(
        "What has a new name or place in this file, from old address to new, for example `{ \"account:shop\": \"account:shop-prod\", \"ou:Apps\": \"ou:Workloads\" }`. Keep it until it has been applied everywhere.",
      ),
    adopt: z
      .array(text("address"))
      .optional()
      .describe("Addresses of things that others made and landfall is to own from now on: it tags them, and may remove them later."),
    remove: z
      .array(text("address"))
      .optional()
      .describe("Addresses of things to take away that landfall would otherwise leave alone: made by others, or policy types."),
    waivers: z.array(waiver).optional().describe("Warnings that somebody has agreed to live with, each until a day."),
  })
  .describe("The organization as its owner describes it. Everything is named by its key; nothing refers to an AWS id.");

/** The schema of each kind of object in the file. */
export const SCHEMAS = { organization, policy, root: node, ou: organizationalUnit, account, managementAccount, contacts, contact, delegationPolicy, guardrailUse, waiver, ...ACCESS_SCHEMAS, ...BUDGET_SCHEMAS, ...EXPECTATION_SCHEMAS } as const;

/** The keys each kind of object takes, in the order of the interfaces. */
export const keysOf = (kind: keyof typeof SCHEMAS): readonly string[] => Object.keys(SCHEMAS[kind].shape);
