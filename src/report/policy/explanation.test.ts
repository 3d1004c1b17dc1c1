import { describe, expect, it } from "vitest";
import { compileChain, explain, type PolicyChain } from "../../policy/index.ts";
import { explanationLines } from "./explanation.ts";

const KEY = "arn:aws:kms:eu-west-1:444455556666:key/1";
const all = { Version: "2012-10-17", Statement: { Effect: "Allow", Action: "*", Resource: "*" } } as const;
const chain: PolicyChain = {
  identity: [{ name: "administrator", document: all }],
  resource: { name: "key", document: { Version: "2012-10-17", Statement: { Sid: "Partner", Effect: "Allow", Principal: { AWS: "111122223333" }, Action: "kms:*", Resource: "*" } } },
};

describe("an explanation on screen", () => {
  it("says that a grant has no effect where AWS lets no policy grant it", () => {
    const principal = { type: "user", arn: "arn:aws:iam::111122223333:user/ann", accountId: "111122223333" } as const;
    const explanation = explain(compileChain(chain), { principal, action: "kms:ScheduleKeyDeletion", resource: KEY, context: {} });
    expect(explanationLines(explanation, { width: 140, unicode: true, color: false }, "")).toEqual([
      'stops     resource: key, statement "Partner", which has no effect: AWS does not let policies grant this here',
      "allows    identity: administrator, statement 1",
    ]);
  });
});
