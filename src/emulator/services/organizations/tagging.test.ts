import { describe, expect, it } from "vitest";
import { awsError } from "./testing/aws-error.ts";
import { Stage } from "./testing/stage.ts";

const tag = (Key: string, Value = "") => ({ Key, Value });
const tags = (stage: Stage, ResourceId: string) => stage.call("ListTagsForResource", { ResourceId }).Tags;

describe("tags", () => {
  it("go on the root, units, accounts and policies", () => {
    const stage = new Stage();
    const root = stage.found();
    for (const ResourceId of [root, stage.unit(root, "A"), stage.account("a"), stage.policy("deny")]) {
      stage.call("TagResource", { ResourceId, Tags: [tag("owner", "platform")] });
      expect(tags(stage, ResourceId)).toEqual([tag("owner", "platform")]);
    }
    expect(awsError(() => stage.call("TagResource", { ResourceId: "999999999999", Tags: [] }))).toBe("TargetNotFoundException");
    expect(awsError(() => stage.call("TagResource", { ResourceId: "p-FullAWSAccess", Tags: [] }))).toBe("InvalidInputException TARGET_NOT_SUPPORTED");
    expect(tags(stage, "p-FullAWSAccess")).toEqual([]);
  });

  it("are overwritten by key, and keys differ by case", () => {
    const stage = new Stage();
    const ResourceId = stage.found();
    stage.call("TagResource", { ResourceId, Tags: [tag("Owner", "a"), tag("owner", "b")] });
    stage.call("TagResource", { ResourceId, Tags: [tag("owner", "c")] });
    expect(tags(stage, ResourceId)).toEqual([tag("Owner", "a"), tag("owner", "c")]);
    stage.call("UntagResource", { ResourceId, TagKeys: ["Owner", "never there"] });
    stage.call("UntagResource", { ResourceId, TagKeys: ["owner"] });
    stage.call("UntagResource", { ResourceId, TagKeys: ["owner"] });
    expect(tags(stage, ResourceId)).toEqual([]);
  });

  it("number fifty, and one too many changes nothing", () => {
    const stage = new Stage();
    const ResourceId = stage.found();
    const fifty = Array.from({ length: 50 }, (_, i) => tag(`key-${i}`));
    stage.call("TagResource", { ResourceId, Tags: fifty });
    const tooMany = "ConstraintViolationException MAX_TAG_LIMIT_EXCEEDED";
    expect(awsError(() => stage.call("TagResource", { ResourceId, Tags: [tag("key-0", "changed"), tag("more")] }))).toBe(tooMany);
    expect(tags(stage, ResourceId)).toEqual(fifty);
    stage.call("TagResource", { ResourceId, Tags: [tag("key-0", "changed")] });
    const input = { Email: "a@example.com", AccountName: "a", Tags: [...fifty, tag("more")] };
    expect(awsError(() => stage.call("CreateAccount", input))).toBe(tooMany);
    expect(awsError(() => stage.call("CreateOrganizationalUnit", { ParentId: ResourceId, Name: "A", Tags: input.Tags }))).toBe(tooMany);
  });

  it("never begin with aws: and never repeat a key", () => {
    const stage = new Stage();
    const ResourceId = stage.found();
    expect(awsError(() => stage.call("TagResource", { ResourceId, Tags: [tag("aws:mine")] }))).toBe("InvalidInputException INVALID_SYSTEM_TAGS_PARAMETER");
    expect(awsError(() => stage.call("TagResource", { ResourceId, Tags: [tag("AWS:mine")] }))).toBe("InvalidInputException INVALID_SYSTEM_TAGS_PARAMETER");
    expect(awsError(() => stage.call("UntagResource", { ResourceId, TagKeys: ["aws:mine"] }))).toBe("InvalidInputException INVALID_SYSTEM_TAGS_PARAMETER");
    expect(awsError(() => stage.call("TagResource", { ResourceId, Tags: [tag("a"), tag("a")] }))).toBe("InvalidInputException DUPLICATE_TAG_KEY");
  });

  it("come along in the calls that create, accounts included", () => {
    const stage = new Stage();
    const root = stage.found();
    const Tags = [tag("landfall:address", "x")];
    stage.call("CreateAccount", { Email: "a@example.com", AccountName: "a", Tags });
    stage.wait(180);
    const account = stage.call("ListAccounts").Accounts?.at(-1)?.Id;
    const ou = stage.call("CreateOrganizationalUnit", { ParentId: root, Name: "A", Tags }).OrganizationalUnit?.Id;
    for (const id of [account, ou]) expect(tags(stage, String(id))).toEqual(Tags);
  });

  it("go with what they hang on", () => {
    const stage = new Stage();
    const root = stage.found();
    const policy = stage.policy("deny");
    stage.call("TagResource", { ResourceId: policy, Tags: [tag("a")] });
    stage.call("DeletePolicy", { PolicyId: policy });
    const ou = stage.unit(root, "A");
    stage.call("TagResource", { ResourceId: ou, Tags: [tag("a")] });
    stage.call("DeleteOrganizationalUnit", { OrganizationalUnitId: ou });
    for (const id of [policy, ou]) expect(awsError(() => tags(stage, id))).toBe("TargetNotFoundException");
    expect(stage.world.table("organizations/tags").size).toBe(0);
  });
});
