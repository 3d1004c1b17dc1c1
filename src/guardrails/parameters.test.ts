import { describe, expect, it } from "vitest";
import { GUARDRAILS, guardrailNamed, needsParameters, settingsOf } from "./index.ts";
import { PROOF_PLACE } from "./proof.ts";

const settings = (name: string, given: Readonly<Record<string, unknown>>) => {
  const guardrail = guardrailNamed(name);
  if (guardrail === undefined) throw new RangeError(name);
  return settingsOf(guardrail, given, PROOF_PLACE);
};

describe("The parameters of a guardrail", () => {
  it("come from the file, else from the organization, else from the guardrail", () => {
    expect(settings("region-allow-list", { regions: ["us-east-2"] }).settings.parameters["regions"]).toEqual(["us-east-2"]);
    expect(settings("region-allow-list", {}).settings.parameters).toEqual({ regions: PROOF_PLACE.regions, alsoActions: [] });
    expect(settings("min-30-day-window", {}).settings.parameters).toEqual({ days: 30 });
  });

  it("are named with what is wrong with them", () => {
    expect(settings("service-allow-list", {}).problems).toEqual([{ parameter: "services", problem: "missing", wants: "strings" }]);
    expect(settings("region-allow-list", { region: "eu-west-1" }).problems).toEqual([{ parameter: "region", problem: "unknown", wants: "regions, alsoActions" }]);
    expect(settings("region-allow-list", { regions: "eu-west-1" }).problems).toEqual([{ parameter: "regions", problem: "wrong kind", wants: "strings" }]);
    expect(settings("min-30-day-window", { days: Number.NaN }).problems).toEqual([{ parameter: "days", problem: "wrong kind", wants: "number" }]);
  });

  it.each([
    ["prod-change-only-by-pipeline", "deployers", ["*"], "a list of names that do not begin with a wildcard"],
    ["deny-new-ways-in", "makers", ["*-deploy"], "a list of names that do not begin with a wildcard"],
    ["people-read-only", "alsoActions", ["*"], "a list of actions such as `s3:GetObject`"],
    ["trusted-oidc", "organizations", ["acme*"], "a list of names of GitHub organizations, without wildcards"],
    ["org-identities-only", "partners", ["*"], "a list of account ids, 12 digits each"],
    ["service-allow-list", "services", ["s3:*"], "a list of prefixes of services such as `s3`"],
    ["region-allow-list", "regions", ["eu-*"], "a list of Regions"],
    ["region-allow-list", "regions", [], "a list of one text or more"],
    ["min-30-day-window", "days", 3, "a whole number from 7 to 30"],
  ])("of %s would let everybody through, or mean nothing, if %s were %j", (name, parameter, value, wants) => {
    expect(settings(name, { [parameter]: value }).problems).toContainEqual({ parameter, problem: "wrong kind", wants });
  });

  it("have to be given for few guardrails only", () => {
    expect(GUARDRAILS.filter(needsParameters).map(({ name }) => name)).toEqual(["service-allow-list", "prod-change-only-by-pipeline", "trusted-oidc"]);
  });
});
