import { describe, expect, it } from "vitest";
import type { AccessModel } from "../model.ts";
import { accountNamed } from "../find-account.ts";
import { chained } from "../testing/chain.ts";
import { type Grant, trendOf, unusedWays } from "./index.ts";

const model = chained();
const [shop, build] = [accountNamed(model, "shop-dev"), accountNamed(model, "build")];
const grant = (by: string, use?: { readonly createdAt: string; readonly lastUsedAt?: string }, to = [shop]): Grant =>
  ({ kind: "trust", from: "build", sources: [build], by, to, decided: [], ...(use === undefined ? {} : { uses: to.map((account) => ({ ...use, account })) }) });
const OLD = "2025-01-01T00:00:00Z";
const unused = (grants: readonly Grant[], exemptRoles: readonly string[] = []) => unusedWays(grants, { at: "2026-11-23T00:00:00Z", days: 90, exemptRoles });

describe("ways that nobody uses", () => {
  it("are roles last used, or made, so many days ago", () => {
    const { ways, told, notTold } = unused([
      grant("role/gone", { createdAt: OLD }),
      grant("role/idle", { createdAt: OLD, lastUsedAt: "2026-08-25T00:00:00Z" }),
      grant("role/busy", { createdAt: OLD, lastUsedAt: "2026-08-26T00:00:00Z" }),
      grant("role/young", { createdAt: "2026-11-01T00:00:00Z" }),
      grant("arn:aws:s3:::orders"),
    ]);
    expect(ways.map(({ by, days }) => [by, days])).toEqual([["role/gone", 691], ["role/idle", 90]]);
    expect([told, notTold]).toEqual([4, 1]);
  });

  it("are not those that AWS and landfall keep, or that emergencies take", () => {
    const grants = ["role/OrganizationAccountAccessRole", "role/stacksets-exec-1", "role/landfall-member", "role/break-glass"].map((by) => grant(by, { createdAt: OLD }));
    expect(unused(grants, ["ops/break-glass"]).ways).toEqual([]);
  });
});

describe("the count of ways", () => {
  const known: AccessModel = { ...model, iamKnown: new Set([shop.address]) };
  const none = new Set<never>();

  it("is compared with an older reading, way by way", () => {
    const trend = trendOf({ model: known, grants: [grant("role/a"), grant("role/b")], lacks: none }, { model: known, grants: [grant("role/a"), grant("role/c"), grant("role/d")], lacks: none });
    expect(trend).toMatchObject({ before: 2, after: 3, added: [{ by: "role/c", to: "shop-dev" }, { by: "role/d" }], gone: [{ by: "role/b" }], accountsNotCompared: [] });
  });

  it("leaves out what only one of the two knows, and says so", () => {
    const both: AccessModel = { ...model, iamKnown: new Set([shop.address, build.address]) };
    const bucket: Grant = { ...grant("arn:aws:s3:::orders"), kind: "resource" };
    const trend = trendOf({ model: known, grants: [grant("role/a")], lacks: new Set(["resource"] as const) }, { model: both, grants: [grant("role/a"), grant("role/b", undefined, [build]), bucket], lacks: none });
    expect(trend).toMatchObject({ before: 1, after: 1, added: [], gone: [], notCompared: ["resource"], accountsNotCompared: [build.address] });
  });
});
