import { describe, expect, it } from "vitest";
import type { Item } from "../inventory/index.ts";
import type { PolicyDocument } from "../policy/index.ts";
import { change } from "./change.ts";
import { guarded } from "./guards.ts";
import type { Change } from "./plan.ts";

const denying = (...actions: string[]): PolicyDocument => ({ Version: "2012-10-17", Statement: actions.map((Action) => ({ Sid: "Deny", Effect: "Deny", Action, Resource: "*" })) });
const policy = (name: string, document: PolicyDocument): Item => ({ kind: "policy", address: `policy:scp/${name}`, policyKind: "scp", name, description: "", document, tags: {} });
const update = (name: string, before: PolicyDocument, after: PolicyDocument): Change =>
  change.update(policy(name, after), { item: policy(name, before), id: "", owner: "ours" }, [{ field: "statement" }], "");
const guardsOf = (changes: readonly Change[]): unknown[] => guarded(changes).map(({ guard }) => guard?.Statement);

describe("guarded", () => {
  it("denies what either text denies while two policies hand over to each other", () => {
    const changes = [update("p", denying("s3:*"), denying("ec2:*")), update("q", denying("ec2:*"), denying("s3:*"))];
    expect(guardsOf(changes)[0]).toEqual([
      { Sid: "Deny", Effect: "Deny", Action: "s3:*", Resource: "*" },
      { Effect: "Deny", Action: "ec2:*", Resource: "*" },
    ]);
  });

  it("is not needed where one policy changes alone, or only narrows, or only widens", () => {
    const [narrows, widens] = [update("p", denying("s3:*"), denying("s3:*", "ec2:*")), update("q", denying("s3:*", "ec2:*"), denying("s3:*"))];
    expect(guardsOf([update("p", denying("s3:*"), denying("ec2:*"))])).toEqual([undefined]);
    expect(guardsOf([narrows, widens])).toEqual([undefined, undefined]);
  });

  it("allows only what both texts allow while they hand over to each other", () => {
    const allowing = (...actions: string[]): PolicyDocument => ({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: actions, Resource: "*" }] });
    const other = update("q", denying("s3:*"), denying("ec2:*"));
    expect(guardsOf([update("p", allowing("s3:*", "ec2:*"), allowing("s3:Get*", "ec2:*")), other])[0]).toBeUndefined();
    expect(guardsOf([update("p", allowing("s3:*", "ec2:*"), allowing("s3:Get*", "sqs:*")), other])[0]).toEqual([{ Effect: "Allow", Action: "s3:Get*", Resource: "*" }]);
    expect(guardsOf([update("p", allowing("s3:*"), allowing("sqs:*")), other])[0]).toEqual([{ Effect: "Allow", Action: "sts:GetCallerIdentity", Resource: "*" }]);
  });

  it("is left out where AWS would not take a text that long", () => {
    const long = (mark: string): PolicyDocument => denying(...Array.from({ length: 130 }, (_, index) => `s3:${mark}${index}`));
    expect(guardsOf([update("p", long("a"), long("b")), update("q", denying("ec2:*"), denying("s3:*"))])[0]).toBeUndefined();
  });
});
