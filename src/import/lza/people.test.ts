import { describe, expect, it } from "vitest";
import { accountsConfig, importSmall, leftOf } from "./testing/configuration.ts";

const ALLOW = '{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }] }';
const ACCOUNTS = accountsConfig(`  - name: Tools
    email: tools@example.com
    organizationalUnit: Root
  - name: Other
    email: other@example.com
    organizationalUnit: Root`);

const importIam = (iam: string, more: Record<string, string> = {}): ReturnType<typeof importSmall> => importSmall({ "accounts-config.yaml": ACCOUNTS, "iam-config.yaml": iam, "allow.json": ALLOW, ...more });

describe("Identity Center of a Landing Zone Accelerator configuration", () => {
  it("is carried with its policies, its boundary and its sessions", async () => {
    const { organization, files, counts } = await importIam(`
policySets:
  - policies:
      - name: Own
        policy: allow.json
      - name: Unused
        policy: allow.json
identityCenter:
  identityCenterPermissionSets:
    - name: Developer
      description: Those who build
      sessionDuration: 90
      policies:
        awsManaged: [PowerUserAccess]
        customerManaged: [Elsewhere]
        acceleratorManaged: [Own]
        inlinePolicy: allow.json
        permissionsBoundary: { customerManagedPolicy: { name: Own, path: / } }
`);
    expect(organization.identityCenter?.permissionSets).toEqual({
      Developer: {
        description: "Those who build",
        sessionDuration: "PT1H30M",
        managedPolicies: ["PowerUserAccess"],
        customerManagedPolicies: [{ name: "Elsewhere" }, { name: "Own", file: "iam-policies/developer.json" }],
        file: "iam-policies/developer.json",
        boundary: { customerManagedPolicy: { name: "Own", file: "iam-policies/developer.json" } },
      },
    });
    expect(files.filter(({ path }) => path.startsWith("iam-policies/"))).toEqual([{ path: "iam-policies/developer.json", text: ALLOW }]);
    expect(counts).toMatchObject({ "permission-set": { found: 1, carried: 1 }, "iam-policy": { found: 2, carried: 1, notCarried: 1 } });
  });

  it("gives each principal its places, the management account apart, and leaves those that are named by an id", async () => {
    const imported = await importIam(`
identityCenter:
  identityCenterPermissionSets: [{ name: P }]
  identityCenterAssignments:
    - name: All
      permissionSetName: P
      principalId: 1234
      principals: [{ type: GROUP, name: g }, { type: USER, name: u }]
      deploymentTargets: { organizationalUnits: [Root], accounts: [Nobody] }
    - name: Twice
      permissionSetName: P
      principals: [{ type: GROUP, name: i }]
      deploymentTargets: { organizationalUnits: [Root], accounts: [Management, Tools] }
    - name: Some
      permissionSetName: P
      principals: [{ type: GROUP, name: h }]
      deploymentTargets: { organizationalUnits: [Root], excludedAccounts: [Management] }
    - name: Lost
      permissionSetName: Q
      principals: [{ type: GROUP, name: h }]
      deploymentTargets: { accounts: [Tools] }
`);
    expect(imported.organization.identityCenter?.assignments).toEqual([
      { group: "g", permissionSet: "P", accounts: ["management"], ous: ["root"] },
      { user: "u", permissionSet: "P", accounts: ["management"], ous: ["root"] },
      { group: "i", permissionSet: "P", accounts: ["management", "tools"], ous: ["root"] },
      { group: "h", permissionSet: "P", ous: ["root"] },
    ]);
    expect(leftOf(imported, "assignment")).toEqual([
      "All GROUP g > Nobody: accounts-config.yaml has no account Nobody",
      "All USER u > Nobody: accounts-config.yaml has no account Nobody",
      "All 1234 > Root: it names the principal by an id, which only its own Identity Center knows",
      "All 1234 > Nobody: it names the principal by an id, which only its own Identity Center knows",
      "Twice GROUP i > Management: the assignment names it already",
      "Lost GROUP h > Tools: the permission set Q is not carried: the configuration has none of that name",
    ]);
    expect(imported.counts.assignment).toEqual({ found: 11, carried: 5, notCarried: 6, implied: 3 });
  });

  it("leaves a permission set that would grant something else without its policy, or that AWS would refuse", async () => {
    const imported = await importIam(`
identityCenter:
  identityCenterPermissionSets:
    - { name: NoFile, policies: { inlinePolicy: none.json } }
    - { name: Short, sessionDuration: 30 }
    - { name: a name that is longer than thirty two }
    - { name: "two words" }
`);
    expect(imported.organization.identityCenter).toBeUndefined();
    expect(leftOf(imported, "permission-set").map((line) => line.replace(/none.json .*/, "none.json"))).toEqual([
      "NoFile: without its inline policy it would grant something else: its file none.json",
      "Short: its sessions last 30 minutes, and AWS takes 60 to 720",
      "a name that is longer than thirty two: its name has 37 characters, and AWS allows 32",
      "two words: AWS does not take its name",
    ]);
  });
});

describe("roles of a Landing Zone Accelerator configuration", () => {
  it("are carried with whom they trust, once per name", async () => {
    const imported = await importIam(`
roleSets:
  - deploymentTargets: { organizationalUnits: [Root], excludedAccounts: [Management, Tools] }
    path: /ci/
    roles:
      - name: Deploy
        instanceProfile: true
        assumedBy:
          - { type: service, principal: ec2.amazonaws.com }
          - { type: account, principal: "111122223333" }
          - { type: principalArn, principal: "arn:aws:iam::111122223333:role/x" }
        externalIds: [abc]
        policies: { awsManaged: [ReadOnlyAccess] }
        boundaryPolicy: Limit
      - name: Deploy
        assumedBy: [{ type: service, principal: ec2.amazonaws.com }]
      - name: Saml
        assumedBy: [{ type: provider, principal: idp }]
      - name: Named
        assumedBy: [{ type: account, principal: Tools }]
`);
    const { Deploy, ...others } = imported.organization.roles ?? {};
    expect(others).toEqual({});
    expect(Deploy).toMatchObject({ path: "/ci/", managedPolicies: ["ReadOnlyAccess"], boundary: { customerManagedPolicy: { name: "Limit" } } });
    expect(Deploy?.accounts).toEqual(["other"]);
    const Condition = { StringEquals: { "sts:ExternalId": ["abc"] } };
    expect(Deploy?.trust).toEqual({
      Version: "2012-10-17",
      Statement: [
        { Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" },
        { Effect: "Allow", Principal: { AWS: "arn:aws:iam::111122223333:root" }, Action: "sts:AssumeRole", Condition },
        { Effect: "Allow", Principal: { AWS: "arn:aws:iam::111122223333:role/x" }, Action: "sts:AssumeRole", Condition },
      ],
    });
    expect(leftOf(imported, "role")).toEqual([
      "Deploy: a role of that name stands above",
      "Saml: it trusts provider idp, which lives in each account by itself",
      "Named: it trusts the account Tools, whose id the configuration does not state",
    ]);
    expect(leftOf(imported, "setting").filter((line) => line.startsWith("Deploy"))).toHaveLength(1);
  });
});
