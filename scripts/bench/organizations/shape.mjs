// The organization that is measured: 10 OUs in two levels, 5 SCPs, tags on everything, no contacts.
const TOP = ["Security", "Infrastructure", "Workloads", "Sandbox", "Suspended"];
const BELOW = [["Workloads", "Prod"], ["Workloads", "Test"], ["Workloads", "Dev"], ["Sandbox", "Teams"], ["Infrastructure", "Network"]];
const deny = (Sid, ...Action) => ({ type: "scp", description: Sid, document: { Version: "2012-10-17", Statement: [{ Sid, Effect: "Deny", Action, Resource: "*" }] } });

/** The organization file as JSON, with so many accounts spread evenly over the OUs; `edited` changes one SCP. */
export function organizationFile(accounts, { edited = false } = {}) {
  const ous = Object.fromEntries(TOP.map((name) => [name, { ous: {}, accounts: {} }]));
  for (const [parent, name] of BELOW) ous[parent].ous[name] = { accounts: {} };
  const all = [...TOP.map((name) => ous[name]), ...BELOW.map(([parent, name]) => ous[parent].ous[name])];
  for (let n = 0; n < accounts; n++) all[n % all.length].accounts[`account-${n + 1}`] = { purpose: `Account ${n + 1} of the measurement`, stage: "dev", owner: "team" };
  ous.Workloads.ous.Prod.policies = ["deny-stopping-logs"];
  ous.Sandbox.policies = ["deny-purchases"];
  const policies = {
    "deny-leave": deny("DenyLeave", "organizations:LeaveOrganization"),
    "deny-root-keys": deny("DenyRootKeys", "iam:CreateVirtualMFADevice", "iam:EnableMFADevice"),
    "deny-unused-services": deny("DenyUnusedServices", "gamelift:*", "braket:*", ...(edited ? ["robomaker:*"] : [])),
    "deny-stopping-logs": deny("DenyStoppingLogs", "cloudtrail:StopLogging", "cloudtrail:DeleteTrail"),
    "deny-purchases": deny("DenyPurchases", "ec2:PurchaseReservedInstancesOffering"),
  };
  const organization = {
    name: "bench",
    homeRegion: "eu-west-1",
    regions: ["eu-west-1", "us-east-1"],
    accountEmail: "aws+{account}@bench.example",
    tags: { "managed-by": "landfall", "cost-center": "4711" },
    policies,
    root: { policies: ["deny-leave", "deny-root-keys", "deny-unused-services"] },
    ous,
  };
  return JSON.stringify(organization, undefined, 2);
}
