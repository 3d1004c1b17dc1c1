import { describe, expect, it } from "vitest";
import { expand } from "../../inventory/index.ts";
import type { Organization } from "../../organization/index.ts";
import type { Change } from "../../plan/index.ts";
import { guardrailDifferences, guardrailLines, guardrailSummary } from "./guardrail-difference.ts";

const organization = (regions: readonly string[], more: Partial<Organization> = {}): Organization => ({
  name: "acme",
  homeRegion: "eu-west-1",
  regions,
  guardrails: { mine: { guardrail: "region-allow-list", alsoActions: ["bedrock:InvokeModel"] } },
  root: { guardrails: ["deny-leave-organization", "mine"] },
  ...more,
});

function changeOf(before: Organization, after: Organization): Change {
  const address = "policy:scp/guardrails-root";
  const [old, next] = [expand(before).get(address), expand(after).get(address)];
  if (old === undefined || next === undefined) throw new Error("no pack at the root");
  return { address, kind: "policy", action: "update", reason: "", phase: "loosen", waitsFor: [], differences: [], desired: next, observed: { item: old, id: "p-1", owner: "ours" } };
}

const STYLE = { color: false, unicode: true, width: 100 } as const;
const drawn = (before: Organization, after: Organization): string[] => {
  const differences = guardrailDifferences(changeOf(before, after)) ?? [];
  return [guardrailSummary(differences), ...guardrailLines(differences, STYLE, "")];
};

describe("what a change does to guardrails", () => {
  it("is told by the parameter of the file, also under a name of one's own", () => {
    expect(drawn(organization(["eu-west-1"]), organization(["eu-west-1", "eu-north-1"]))).toEqual(["mine changed", "guardrail mine: regions  + eu-north-1"]);
  });

  it("names the roles that are let through and were not", () => {
    const [summary, ...lines] = drawn(organization(["eu-west-1"]), organization(["eu-west-1"], { exemptRoles: ["break-glass"] }));
    expect(summary).toBe("mine changed");
    expect(lines[0]).toBe("guardrail mine: exemptRoles  + arn:aws:iam::*:role/break-glass");
  });

  it("says where a guardrail goes that another policy takes", () => {
    const before = organization(["eu-west-1"]);
    const leaving = changeOf(before, organization(["eu-west-1"], { root: { guardrails: ["deny-leave-organization"] } }));
    const arriving = expand(organization(["eu-west-1"], { root: { guardrails: ["mine"] } })).get("policy:scp/guardrails-root");
    if (arriving?.kind !== "policy") throw new Error("no pack at the root");
    const other: Change = { ...leaving, address: "policy:scp/guardrails-root_2", action: "create", desired: { ...arriving, name: "guardrails-root_2" }, observed: undefined };
    expect(guardrailSummary(guardrailDifferences(leaving, [leaving, other]) ?? [])).toBe("mine goes to guardrails-root_2");
  });

  it("names guardrails that come and go, and not the text that lists them", () => {
    expect(drawn(organization(["eu-west-1"]), organization(["eu-west-1"], { root: { guardrails: ["deny-root-user", "mine"] } }))).toEqual(["deny-root-user added, deny-leave-organization removed"]);
  });
});
