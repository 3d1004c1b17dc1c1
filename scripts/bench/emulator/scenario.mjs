// What is done to an organization to see how it carries its size. `call(name, input)` makes one call of AWS Organizations.
const OUS = 100;
const IN_FLIGHT = 5;
const CREATION_TIME = 200_000;
const CHANGE_TIME = 10_000;
const SAMPLE = 500;
const DENY = JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Deny", Action: "organizations:LeaveOrganization", Resource: "*" }] });
const TAG_POLICY = JSON.stringify({ tags: { stage: { tag_key: { "@@assign": "stage" } } } });

/** An organization of so many accounts, made five at a time as AWS allows; the id of its root. */
export async function grow(call, accounts, wait) {
  await call("CreateOrganization");
  const { Roots } = await call("ListRoots");
  for (let first = 1; first < accounts; first += IN_FLIGHT) {
    for (let n = first; n < Math.min(first + IN_FLIGHT, accounts); n++) {
      await call("CreateAccount", { AccountName: `account-${n}`, Email: `account-${n}@example.com`, Tags: [{ Key: "landfall:address", Value: `account:account-${n}` }] });
    }
    await wait(CREATION_TIME);
  }
  return Roots[0].Id;
}

/** All items of a list, page by page. */
export async function walk(call, input, token = "NextToken") {
  const items = [];
  for (let next; ; ) {
    const page = await call({ ...input, [token]: next });
    items.push(...Object.values(page).filter(Array.isArray).flat());
    next = page[token];
    if (!next) return items;
  }
}

/** Reads and changes an organization in every way that depends on its size; the ids of its accounts. */
export async function rounds({ call, root, wait }) {
  const list = (name, input) => walk((more) => call(name, more), input);
  const ids = (await list("ListAccounts")).map(({ Id }) => Id);
  const units = [];
  for (let n = 0; n < OUS; n++) units.push((await call("CreateOrganizationalUnit", { ParentId: root, Name: `ou-${n}` })).OrganizationalUnit.Id);
  for (const [n, AccountId] of ids.entries()) await call("MoveAccount", { AccountId, SourceParentId: root, DestinationParentId: units[n % OUS] });
  for (const PolicyType of ["SERVICE_CONTROL_POLICY", "RESOURCE_CONTROL_POLICY", "TAG_POLICY"]) {
    await call("EnablePolicyType", { RootId: root, PolicyType });
    await wait(CHANGE_TIME);
    await call("ListRoots");
  }
  await list("ListTargetsForPolicy", { PolicyId: "p-FullAWSAccess" });
  const scp = await policy(call, "SERVICE_CONTROL_POLICY", DENY);
  const tags = await policy(call, "TAG_POLICY", TAG_POLICY);
  await call("AttachPolicy", { PolicyId: tags, TargetId: root });
  for (const TargetId of [...units, ...ids.slice(0, SAMPLE)]) await call("AttachPolicy", { PolicyId: scp, TargetId });
  await list("ListTargetsForPolicy", { PolicyId: scp });
  await list("ListAccountsWithInvalidEffectivePolicy", { PolicyType: "TAG_POLICY" });
  for (const ParentId of units) {
    await list("ListAccountsForParent", { ParentId });
    await list("ListChildren", { ParentId, ChildType: "ACCOUNT" });
  }
  for (const State of ["IN_PROGRESS", "SUCCEEDED"]) await list("ListCreateAccountStatus", { States: [State] });
  await each(ids, call);
  await invite(call);
  for (const AccountId of ids.slice(1, 4)) await call("CloseAccount", { AccountId });
  await call("DisablePolicyType", { RootId: root, PolicyType: "SERVICE_CONTROL_POLICY" });
  await wait(CREATION_TIME);
  await call("ListRoots");
  await call("DeleteOrganization").catch(() => undefined);
  return ids.filter((id) => !ids.slice(1, 4).includes(id));
}

async function policy(call, Type, Content) {
  return (await call("CreatePolicy", { Type, Name: Type, Description: "", Content })).Policy.PolicySummary.Id;
}

/** What is asked about single accounts, of accounts all over the organization. */
async function each(ids, call) {
  for (let n = 0; n < SAMPLE; n++) {
    const id = ids[(n * 7_919) % ids.length];
    await call("DescribeAccount", { AccountId: id });
    await call("ListParents", { ChildId: id });
    await call("ListTagsForResource", { ResourceId: id });
    await call("TagResource", { ResourceId: id, Tags: [{ Key: "stage", Value: "test" }] });
    await call("ListPoliciesForTarget", { TargetId: id, Filter: "SERVICE_CONTROL_POLICY" });
    await call("DescribeEffectivePolicy", { TargetId: id, PolicyType: "TAG_POLICY" });
  }
}

/** Invitations count what there is; the organization is full, so they are refused. */
async function invite(call) {
  for (let n = 0; n < 5; n++) await call("InviteAccountToOrganization", { Target: { Type: "EMAIL", Id: `guest-${n}@example.com` } }).catch(() => undefined);
  await call("ListHandshakesForOrganization");
}
