import * as z from "zod";
import { document, named, tags, text } from "./shape-parts.ts";

const customerManagedPolicy = z
  .strictObject({
    name: text("iamPolicyName"),
    path: text("iamPath").optional().describe("Begins and ends with a slash. Default: `/`."),
    document: document.optional().describe("What the policy says, so that questions about access can be answered: this or `file`, or neither."),
    file: text("fileName").optional().describe("A JSON file that holds the document, relative to the organization file."),
  })
  .meta({ id: "CustomerManagedPolicy", description: "A policy of the accounts themselves, named as they have it." });

const boundary = z
  .strictObject({
    managedPolicy: text("managedPolicy").optional().describe("One of AWS's own policies, by name or ARN. State this or `customerManagedPolicy`."),
    customerManagedPolicy: customerManagedPolicy.optional(),
  })
  .meta({ id: "PermissionsBoundary", description: "A permissions boundary: one policy, AWS's own or one of the accounts." });

const permissionSet = z
  .strictObject({
    description: text("permissionSetDescription").optional().describe("1 to 700 characters."),
    sessionDuration: text("sessionDuration")
      .optional()
      .describe("How long a session lasts, from 1 to 12 hours, as ISO 8601 writes it: `PT4H`. Default: `PT1H`."),
    managedPolicies: z
      .array(text("managedPolicy"))
      .optional()
      .describe("AWS's own policies, by name, for example `ReadOnlyAccess` or `job-function/Billing`, or by ARN."),
    customerManagedPolicies: z
      .array(customerManagedPolicy)
      .optional()
      .describe("Policies of the account that have this name in every account the set is assigned in."),
    inlinePolicy: document.optional().describe("The set's own policy. State this or `file`, or neither."),
    file: text("fileName").optional().describe("A JSON file that holds the inline policy, relative to the organization file."),
    boundary: boundary.optional().describe("The policy that limits what the others may grant."),
    relayState: text("relayState").optional().describe("Where people land in the console: an address."),
    tags: tags.optional(),
  })
  .meta({ id: "PermissionSet", description: "A permission set: Identity Center makes a role of it in each account it is assigned in." });

const group = z
  .strictObject({ description: z.string().optional().describe("Whom it is for.") })
  .meta({ id: "Group", description: "A group of people. Who is in it is not in this file." });

const assignment = z
  .strictObject({
    group: text("groupName").optional().describe("The group's name. State this or `user`."),
    user: text("userName").optional().describe("The name a single user signs in with; better a group."),
    permissionSet: z.string(),
    accounts: z.array(z.string()).optional().describe("Accounts by key; `management` is the management account."),
    ous: z
      .array(z.string())
      .optional()
      .describe("OUs by their path, for example `Workloads/Prod`: all accounts below. `root` is all member accounts."),
  })
  .meta({ id: "Assignment", description: "Gives a group, or a single user, a permission set in accounts." });

export const identityCenter = z
  .strictObject({
    permissionSets: named("permissionSetName", permissionSet)
      .optional()
      .describe("What people may do in the accounts they are assigned to, by name: up to 32 characters."),
    groups: named("groupName", group)
      .optional()
      .describe("The groups that assignments may name. Left out where an identity provider brings them: then assignments may name any."),
    assignments: z.array(assignment).optional(),
  })
  .meta({ id: "IdentityCenter", description: "Who enters which accounts with which permissions, through IAM Identity Center." });

export const role = z
  .strictObject({
    description: z.string().optional(),
    accounts: z
      .array(z.string())
      .optional()
      .describe("Accounts by key; `management` is the management account. Without `accounts` and `ous`: every member account."),
    ous: z.array(z.string()).optional().describe("OUs by their path: all accounts below. `root` is all member accounts."),
    path: text("iamPath").optional().describe("Begins and ends with a slash. Default: `/`."),
    trust: document.describe("Who may assume it: the trust policy."),
    managedPolicies: z.array(text("managedPolicy")).optional().describe("AWS's own policies, by name or ARN."),
    customerManagedPolicies: z.array(customerManagedPolicy).optional().describe("Policies of the account."),
    inlinePolicy: document.optional().describe("The role's own policy. State this or `file`, or neither."),
    file: text("fileName").optional().describe("A JSON file that holds the inline policy, relative to the organization file."),
    boundary: boundary.optional().describe("The policy that limits what the others may grant."),
  })
  .meta({ id: "Role", description: "An IAM role of accounts that questions about access are to know." });

export const ACCESS_SCHEMAS = { identityCenter, permissionSet, group, assignment, customerManagedPolicy, boundary, role } as const;
