import { describe, expect, it } from "vitest";
import { expand, type Observation } from "../inventory/index.ts";
import { accessModel, accountNamed, ouNamesOf } from "./index.ts";
import { ACME, acme } from "./testing/acme.ts";

describe("the access model", () => {
  it("knows each account's way, stage, state and policies", () => {
    const shop = accountNamed(acme(), "shop-prod");
    expect(shop.path).toEqual(["root", "ou:Workloads", "ou:Workloads/Prod", "account:shop-prod"]);
    expect(ouNamesOf(shop)).toEqual(["Workloads", "Prod"]);
    expect(shop).toMatchObject({ stage: "prod", state: "active", management: false });
    expect(shop.chain.scps?.map(({ policies }) => policies.map(({ name }) => name))).toEqual([["FullAWSAccess", "regions"], ["FullAWSAccess"], ["FullAWSAccess", "no-users"], ["FullAWSAccess"]]);
    expect(shop.chain.rcps?.[0]?.policies.map(({ name }) => name)).toEqual(["RCPFullAWSAccess", "inside"]);
    expect(accountNamed(acme(), "old").state).toBe("held");
  });

  it("shares a chain between accounts with the same policies", () => {
    const model = acme();
    expect(accountNamed(model, "shop-prod").chain).toBe(accountNamed(model, "data-prod").chain);
    expect(accountNamed(model, "shop-prod").chain).not.toBe(accountNamed(model, "shop-dev").chain);
    expect(model.chains.length).toBeLessThan(model.accounts.size);
  });

  it("takes ids that the file states, and fixed stand-ins for the others", () => {
    const [model, again] = [acme(), acme()];
    expect(accountNamed(model, "log-archive")).toMatchObject({ id: "222222222222", isStandIn: false });
    const shop = accountNamed(model, "shop-prod");
    expect(shop).toMatchObject({ id: accountNamed(again, "shop-prod").id, isStandIn: true });
    expect(shop.id).toMatch(/^00\d{10}$/);
    expect(new Set(Array.from(model.accounts.values(), ({ id }) => id)).size).toBe(model.accounts.size);
    expect(model.organizationId).toEqual({ id: "o-0standin00", isStandIn: true });
  });

  it("takes ids from AWS where they are known", () => {
    const declared = expand(ACME);
    const known: Pick<Observation, "items" | "organizationId" | "rootId" | "managementAccountId"> = {
      items: new Map([...declared.values()].flatMap((item) => (item.address === "account:shop-prod" ? [[item.address, { item, id: "333333333333", owner: "ours" as const }]] : []))),
      organizationId: "o-exampleorg1",
      rootId: "r-ab12",
      managementAccountId: "999999999999",
    };
    const model = accessModel(declared, { homeRegion: "eu-west-1", known });
    expect(accountNamed(model, "333333333333")).toMatchObject({ key: "shop-prod", isStandIn: false });
    expect(accountNamed(model, "shop-prod").organizationPath).toMatch(/^o-exampleorg1\/r-ab12\/ou-/);
  });

  it("finds an account by key, address or id, and suggests the nearest", () => {
    const model = acme();
    expect(accountNamed(model, "account:shop-prod")).toBe(accountNamed(model, "shop-prod"));
    expect(() => accountNamed(model, "shop-prd")).toThrow(expect.objectContaining({ diagnostics: [expect.objectContaining({ code: "LF3201", suggestion: "shop-prod" })] }));
  });
});
