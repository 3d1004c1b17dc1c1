import { type Chapter, organizations, type Step } from "../step.ts";

const DENY = JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Deny", Action: "organizations:LeaveOrganization", Resource: "*" }] });
const DENY_TO_ALL = JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Deny", Principal: "*", Action: "s3:*", Resource: "*", Condition: { Bool: { "aws:SecureTransport": "false" } } }] });
const TAG_POLICY = JSON.stringify({ tags: { stage: { tag_key: { "@@assign": "stage" }, tag_value: { "@@assign": ["test", "prod"] } } } });
const MORE_TAGS = JSON.stringify({ tags: { stage: { tag_value: { "@@append": ["dev"] } } } });
const BACKUP = JSON.stringify({ plans: { daily: { regions: { "@@assign": ["us-east-1"] }, rules: { daily: { schedule_expression: { "@@assign": "cron(0 5 ? * * *)" }, target_backup_vault_name: { "@@assign": "Default" } } }, selections: { tags: { all: { iam_role_arn: { "@@assign": "arn:aws:iam::$account:role/Backup" }, tag_key: { "@@assign": "backup" }, tag_value: { "@@assign": ["yes"] } } } } } } });

const create = (name: string, type: string, content: string, rest: Partial<Step> = {}): Step =>
  organizations(`${name} is created`, ["create-policy", "--name", name, "--description", `says ${name}`, "--type", type, "--content", content], {
    gives: { Policy: { PolicySummary: { Name: name, Type: type, AwsManaged: false } } },
    keeps: { [name]: "Policy.PolicySummary.Id" },
    ...rest,
  });
const attach = (does: string, policy: string, target: string, rest: Partial<Step> = {}): Step => organizations(does, `attach-policy --policy-id ${policy} --target-id {${target}}`, rest);
const detach = (does: string, policy: string, target: string, rest: Partial<Step> = {}): Step => organizations(does, `detach-policy --policy-id ${policy} --target-id {${target}}`, rest);

/** Enabling takes some seconds at AWS; moto is there at once. */
const enable = (type: string, rest: Partial<Step> = {}): readonly Step[] => [
  organizations(`${type} is enabled`, `enable-policy-type --root-id {root} --policy-type ${type}`, { moto: { differs: "enables at once" }, ...rest }),
  organizations("which the root says after some seconds", ["list-roots", "--query", `{Status: Roots[0].PolicyTypes[?Type=='${type}'].Status | [0]}`], { waits: true, gives: { Status: "ENABLED" }, ...rest }),
];

export const policiesChapter: Chapter = {
  title: "Policies",
  steps: [
    create("deny", "SERVICE_CONTROL_POLICY", DENY),
    attach("before its type is enabled, a policy is attached to nothing", "{deny}", "one", { fails: "PolicyTypeNotEnabledException", moto: { lacks: "attaches policies of types that are not enabled" } }),
    ...enable("SERVICE_CONTROL_POLICY"),
    organizations("that is done once", "enable-policy-type --root-id {root} --policy-type SERVICE_CONTROL_POLICY", { fails: "PolicyTypeAlreadyEnabledException" }),
    organizations("AWS's own policy is everywhere", "list-policies-for-target --target-id {dev} --filter SERVICE_CONTROL_POLICY", { gives: { Policies: [{ Id: "p-FullAWSAccess", Arn: "arn:aws:organizations::aws:policy/service_control_policy/p-FullAWSAccess", Name: "FullAWSAccess", AwsManaged: true }] }, moto: { differs: "says that AWS's policy is the organization's", in: ["Arn"] } }),
    create("deny", "SERVICE_CONTROL_POLICY", DENY, { fails: "DuplicatePolicyException", keeps: {} }),
    create("broken", "SERVICE_CONTROL_POLICY", "{", { fails: "MalformedPolicyDocumentException", keeps: {}, moto: { lacks: "takes any text for a policy" } }),
    create("large", "SERVICE_CONTROL_POLICY", DENY + " ".repeat(10_240), { fails: "ConstraintViolationException", keeps: {}, because: "size", moto: { lacks: "knows no limit of size" } }),
    attach("it is attached to an OU", "{deny}", "one", { gives: {} }),
    attach("once", "{deny}", "one", { fails: "DuplicatePolicyAttachmentException", moto: { lacks: "attaches twice" } }),
    attach("a policy must be there", "p-00000000", "one", { fails: "PolicyNotFoundException" }),
    organizations("its targets are listed", "list-targets-for-policy --policy-id {deny}", { gives: { Targets: [{ TargetId: "{one}", Name: "one", Type: "ORGANIZATIONAL_UNIT" }] } }),
    organizations("while attached, it stays", "delete-policy --policy-id {deny}", { fails: "PolicyInUseException" }),
    organizations("AWS's own stays always", "delete-policy --policy-id p-FullAWSAccess", { fails: "InvalidInputException", moto: { lacks: "another error" } }),
    organizations("it is changed", "update-policy --policy-id {deny} --name stay", { gives: { Policy: { PolicySummary: { Name: "stay" } } } }),
    organizations("it is described", "describe-policy --policy-id {deny}", { gives: { Policy: { Content: DENY } } }),
    ...Array.from({ length: 9 }, (_, n) => `scp${n}`).flatMap((name) => [
      create(name, "SERVICE_CONTROL_POLICY", DENY, { moto: { lacks: "knows no limit of attachments" } }),
      attach(`${name} is attached to an OU`, `{${name}}`, "two", { gives: {} }),
    ]),
    attach("an eleventh SCP is one too many", "{deny}", "two", { fails: "ConstraintViolationException", because: "maximum", moto: { lacks: "knows no limit of attachments" } }),
    detach("AWS's own is detached where another stays", "p-FullAWSAccess", "two", { gives: {}, moto: { lacks: "nothing else is attached there" } }),
    detach("the last one stays", "p-FullAWSAccess", "test", { fails: "ConstraintViolationException", because: "at least one", moto: { lacks: "takes the last one away" } }),
    detach("what is not attached cannot be detached", "{deny}", "test", { fails: "PolicyNotAttachedException", moto: { lacks: "another error" } }),
    ...enable("RESOURCE_CONTROL_POLICY"),
    create("tls", "RESOURCE_CONTROL_POLICY", DENY_TO_ALL),
    attach("an RCP is attached", "{tls}", "one", { gives: {} }),
    detach("AWS's own RCP cannot be detached", "p-RCPFullAWSAccess", "one", { fails: "InvalidInputException", moto: { lacks: "detaches it" } }),
    ...enable("TAG_POLICY"),
    create("tags", "TAG_POLICY", TAG_POLICY),
    attach("a tag policy is attached", "{tags}", "root", { gives: {} }),
    create("more", "TAG_POLICY", MORE_TAGS),
    attach("and another one below", "{more}", "one", { gives: {} }),
    organizations("they are merged for the account below both", "describe-effective-policy --policy-type TAG_POLICY --target-id {dev}", {
      gives: { EffectivePolicy: { TargetId: "{dev}", PolicyType: "TAG_POLICY", PolicyContent: JSON.stringify({ tags: { stage: { tag_key: "stage", tag_value: ["test", "prod", "dev"] } } }) } },
      moto: { lacks: "describe-effective-policy" },
    }),
    organizations("there is no effective SCP", "describe-effective-policy --policy-type SERVICE_CONTROL_POLICY --target-id {dev}", { fails: "InvalidInputException", moto: { lacks: "describe-effective-policy" } }),
    ...enable("BACKUP_POLICY", { moto: { lacks: "cannot create one" } }),
    create("backup", "BACKUP_POLICY", BACKUP, { moto: { lacks: "crashes" } }),
    attach("a backup policy is attached", "{backup}", "dev", { gives: {} }),
    organizations("no effective policy is broken", "list-accounts-with-invalid-effective-policy --policy-type BACKUP_POLICY", { gives: { Accounts: [], PolicyType: "BACKUP_POLICY" }, moto: { lacks: "list-accounts-with-invalid-effective-policy" } }),
    organizations("policies of a type are listed", "list-policies --filter TAG_POLICY", { gives: { Policies: [{ Id: "{tags}" }, { Id: "{more}" }] } }),
    detach("a tag policy may go as the last one", "{more}", "one", { gives: {} }),
    organizations("and is deleted", "delete-policy --policy-id {more}", { gives: {} }),
    organizations("then it is not found", "describe-policy --policy-id {more}", { fails: "PolicyNotFoundException" }),
    organizations("a type is disabled", "disable-policy-type --root-id {root} --policy-type BACKUP_POLICY", { moto: { lacks: "cannot create one" } }),
    organizations("and its attachments are gone", "list-targets-for-policy --policy-id {backup}", { waits: true, gives: { Targets: [] } }),
  ],
};
