import { describe, expect, it } from "vitest";
import { slugOf, uniqueSlug } from "./names.ts";

describe("slugs", () => {
  it.each([
    ["LogArchive", "log-archive"],
    ["LogArchiveGC", "log-archive-gc"],
    ["App-1-Test", "app-1-test"],
    ["Pacs-Non_prod", "pacs-non-prod"],
    ["HCL-SCP-base-root", "hcl-scp-base-root"],
    ["HISProd", "his-prod"],
    ["EC2Settings", "ec2-settings"],
    ["AcceleratorGuardrails1", "accelerator-guardrails-1"],
    ["Lockdown paired account", "lockdown-paired-account"],
    ["  Zürich & Genève ", "zurich-geneve"],
    ["../../etc/passwd", "etc-passwd"],
    ["日本", "unnamed"],
  ])("write %s as %s", (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });

  it("are at most 50 characters and never end in a hyphen", () => {
    expect(slugOf(`${"a".repeat(49)}-bcd`)).toBe("a".repeat(49));
  });

  it("are numbered where two names give the same", () => {
    const taken = new Set(["management"]);
    expect(["Dev-Test", "DevTest", "dev_test", "Management"].map((name) => uniqueSlug(name, taken))).toEqual(["dev-test", "dev-test-2", "dev-test-3", "management-2"]);
  });

  it("stay within 50 characters with their number", () => {
    const taken = new Set<string>();
    const long = "x".repeat(60);
    expect([uniqueSlug(long, taken), uniqueSlug(long, taken)]).toEqual(["x".repeat(50), `${"x".repeat(48)}-2`]);
  });
});
