import { describe, expect, it } from "vitest";
import { labelOf, placeName } from "./label.ts";

describe("labelOf", () => {
  it.each([
    ["organization", "organization", ""],
    ["root", "root", ""],
    ["ou:Workloads/Prod", "ou", "Workloads/Prod"],
    ["account:log-archive", "account", "log-archive"],
    ["policy-type:scp", "policy type", "scp"],
    ["policy:rcp/perimeter/data", "rcp", "perimeter/data"],
    ["attachment:scp/deny>root", "scp", "deny → root"],
    ["attachment:scp/a>b>ou:Work>loads", "scp", "a>b → Work>loads"],
    ["attachment:scp/deny>account:shop", "scp", "deny → account shop"],
  ])("names %s", (address, kind, name) => {
    expect(labelOf(address)).toEqual({ kind, name });
  });

  it("tells an account from an OU of the same name", () => {
    expect([placeName("ou:Sandbox"), placeName("account:Sandbox"), placeName("root")]).toEqual(["Sandbox", "account Sandbox", "root"]);
  });
});
