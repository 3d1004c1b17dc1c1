import { describe, expect, it } from "vitest";
import { expand } from "../../../src/inventory/index.ts";
import type { Organization } from "../../../src/organization/index.ts";
import { organizationPicture, PICTURE_FORMS, planPicture, reachPicture } from "../../../src/report/index.ts";
import { account, create, observed, plan, remove } from "./cases/build.ts";
import { hostileTree } from "./cases/observations.ts";
import { expectGolden } from "./golden.ts";

const STYLE = { width: 100, color: false, unicode: true };
const FORMS = Object.entries(PICTURE_FORMS);

const organization = (accounts: number): Organization => ({
  name: "acme",
  homeRegion: "eu-west-1",
  regions: ["eu-west-1"],
  accountEmail: "aws+{account}@acme.example",
  policies: {
    stay: { type: "scp", document: { Version: "2012-10-17", Statement: [{ Effect: "Deny", Action: "organizations:LeaveOrganization", Resource: "*" }] } },
    tags: { type: "tag", document: { tags: { team: { tag_key: { "@@assign": "team" } } } } },
  },
  root: { policies: ["tags"] },
  ous: {
    Security: { accounts: { "log-archive": { stage: "prod" } } },
    Workloads: {
      policies: ["stay"],
      ous: { Prod: { accounts: Object.fromEntries(Array.from({ length: accounts }, (_, index) => [`shop-${index}`, { stage: "prod" }])) }, SDLC: {} },
    },
  },
});

describe("a picture", () => {
  it.each(FORMS)("of an organization as %s", (form, draw) => {
    expectGolden(`picture-small.${form}`, draw(organizationPicture(expand(organization(3)), { name: "acme" }), STYLE));
  });

  it.each(FORMS)("of what a policy reaches, as %s", (form, draw) => {
    const picture = reachPicture(expand(organization(2)), "stay", { name: "acme" }) ?? expect.fail("it is attached");
    expectGolden(`picture-reach.${form}`, draw(picture, STYLE));
  });

  it.each(FORMS)("of a plan as %s", (form, draw) => {
    const desired = expand(organization(2));
    const made = ["ou:Workloads/SDLC", "account:shop-1", "attachment:scp/stay>ou:Workloads"].map((address) => create(desired.get(address) ?? expect.fail(address)));
    const left = remove(observed(account("old-lab", "Security"), "555566667777"));
    expectGolden(`picture-plan.${form}`, draw(planPicture(plan({ changes: [...made, left] }), desired, { name: "acme" }), STYLE));
  });

  it.each(FORMS)("shows hostile names harmlessly as %s", (form, draw) => {
    const text = draw(organizationPicture(hostileTree, { name: "<script>\u001B[2J" }), STYLE);
    // oxlint-disable-next-line no-control-regex -- they are what must not be there
    expect(text).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u202E]/);
    if (form !== "text") expect(text).not.toContain("<script");
    expectGolden(`picture-hostile.${form}`, text);
  });

  it("is of no policy that is attached nowhere", () => {
    expect(reachPicture(expand(organization(1)), "absent", { name: "acme" })).toBeUndefined();
  });

  it("reaches the management account with what is no SCP or RCP", () => {
    const draw = (policy: string): string => PICTURE_FORMS.text(reachPicture(expand({ ...organization(1), root: { policies: ["tags", "stay"] } }), policy, { name: "acme" }) ?? expect.fail(), STYLE);
    expect(draw("tags")).toMatch(/management {2}inherited/);
    expect(draw("stay")).toMatch(/management {2}not reached: the management account/);
  });

  it("is collapsed above forty nodes, and says so", () => {
    const draw = (all: boolean): string => PICTURE_FORMS.text(organizationPicture(expand(organization(100)), { name: "acme", all }), STYLE);
    expect(draw(false)).toContain("100 accounts");
    expect(draw(false)).toContain("of 107 nodes are drawn; --all draws every one.");
    expect(draw(true)).toContain("shop-99");
    expect(draw(true)).not.toContain("are drawn");
  });

  it("is the same for the same organization", () => {
    const draw = (): string => FORMS.map(([, form]) => form(organizationPicture(expand(organization(5)), { name: "acme" }), STYLE)).join("");
    expect(draw()).toBe(draw());
  });
});
