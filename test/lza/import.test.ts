import { readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { IMPORT_KINDS, importLza, type Imported, type ImportKind } from "../../src/import/index.ts";
import { ORGANIZATIONS_QUOTAS, policyTypeFacts } from "../../src/limits/index.ts";
import { accountsOf, emailOf } from "../../src/organization/index.ts";
import { checkManagementPolicy, hasErrors, managementPolicyType, validatePolicyText } from "../../src/policy/index.ts";
import { countPlainly, plainDelegations, readySettingsPolicies } from "./plain-count.ts";
import { DATA, lzaSources } from "./sources.ts";

const sources = lzaSources().map((dir) => [path.relative(DATA, dir), dir] as const);
if (sources.length === 0) console.log(`skipped: no Landing Zone Accelerator configurations at ${DATA}`);

const cell = ({ counts }: Imported, kind: ImportKind): string => {
  const { found, carried, notCarried } = counts[kind];
  return `${found} = ${carried} + ${notCarried}`.padEnd(14);
};

describe.skipIf(sources.length === 0)("every real Landing Zone Accelerator configuration", () => {
  const imports = new Map<string, Imported>();
  const importOf = (name: string): Imported => {
    const imported = imports.get(name);
    if (imported === undefined) throw new Error(`${name} was not imported`);
    return imported;
  };

  beforeAll(async () => {
    for (const [name, dir] of sources) imports.set(name, await importLza(dir));
  }, 60_000);

  it("is imported: found = carried + listed", () => {
    const rows = [...imports].map(([name, imported]) => `${name.padEnd(72)} ${IMPORT_KINDS.map((kind) => cell(imported, kind)).join(" ")}`);
    console.log([`${"source".padEnd(72)} ${IMPORT_KINDS.map((kind) => kind.padEnd(14)).join(" ")}`, ...rows].join("\n"));
    expect(sources.length).toBeGreaterThanOrEqual(16);
  });

  it.each(sources)("%s holds what a plain reading of its files counts", (name, dir) => {
    const { counts, notCarried } = importOf(name);
    const found = Object.fromEntries(IMPORT_KINDS.map((kind) => [kind, counts[kind].found]));
    expect(found).toEqual(countPlainly(dir));
    const together = Object.fromEntries(IMPORT_KINDS.map((kind) => [kind, counts[kind].carried + notCarried.filter((thing) => thing.kind === kind).length]));
    expect(together).toEqual(found);
  });

  it.each(sources)("%s gives addresses that AWS takes, each once", (name) => {
    const { organization } = importOf(name);
    const emails = accountsOf(organization).map(({ key, account }) => emailOf(organization, key, account) ?? "none");
    expect(new Set(emails.map((email) => email.toLowerCase())).size).toBe(emails.length);
    for (const email of emails) {
      expect(email).toMatch(/^[\w.+-]+@[\w.-]+\.[a-z]+$/);
      expect(email.length).toBeLessThanOrEqual(ORGANIZATIONS_QUOTAS.emailMaxLength);
    }
  });

  it.each(sources)("%s gives policies that AWS takes, without a placeholder of LZA's", (name) => {
    const { organization, files } = importOf(name);
    const policies = Object.values(organization.policies ?? {});
    const own = files.filter(({ path: file }) => file.startsWith("policies/"));
    expect(own.map((file) => file.path)).toEqual(policies.map((policy) => policy.file));
    for (const { text } of files.filter((file) => !own.includes(file))) expect(hasErrors(validatePolicyText(text, "identity"))).toBe(false);
    for (const [index, { text }] of own.entries()) {
      const type = policies[index]?.type ?? "scp";
      const settings = managementPolicyType(policyTypeFacts(type).type);
      if (settings === undefined) expect(hasErrors(validatePolicyText(text, type === "rcp" ? "rcp" : "scp"))).toBe(false);
      else expect(checkManagementPolicy(text, settings)).toEqual([]);
      expect(text).not.toMatch(/\$\{[A-Z]|\{\{/);
    }
  });

  it.each(sources)("%s has every policy of settings carried whose file is there and needs no id of AWS's", (name, dir) => {
    const types = Object.values(importOf(name).organization.policies ?? {}).map(({ type }) => type).filter((type) => type !== "scp" && type !== "rcp");
    expect(types).toEqual(readySettingsPolicies(dir));
  });

  it.each(sources)("%s has every administrator of a service carried", (name, dir) => {
    const { organization } = importOf(name);
    const names = new Map(accountsOf(organization).map(({ key, account }) => [key, account.name ?? key]));
    const delegations = Object.entries(organization.delegatedAdministrators ?? {}).map(([service, keys]) => [service, names.get(keys[0] ?? "")]);
    expect(Object.fromEntries(delegations)).toEqual(plainDelegations(dir));
  });

  it.each(sources)("%s gives every place so that the words stand there", (name) => {
    for (const { kind, name: thing, place } of importOf(name).notCarried) {
      const line = readFileSync(place.file, "utf8").split("\n")[place.line - 1] ?? "";
      expect(place.excerpt[0]).toBe(line.replace(/\r$/, ""));
      const there = [line.slice(place.column - 1), ...place.excerpt.slice(1)].join("\n");
      // A target out of a template stands where the template stands.
      const words = there.startsWith("{{") || kind === "file" ? "" : (thing.split(/ > |: | /).at(-1) ?? "");
      expect(there).toContain(words);
    }
  });
});
