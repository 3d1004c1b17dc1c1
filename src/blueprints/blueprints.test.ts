import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { blueprintOrganization } from "../../test/kit/blueprint-organization.ts";
import { accountsOf } from "../organization/index.ts";
import { type Answers, blueprint, type Blueprint, blueprintFiles, BLUEPRINTS, DEFAULT_ANSWERS, extrasOf } from "./index.ts";

const HOSTILE: Answers = {
  name: "o'brien",
  accountEmail: 'aws+{account}@"${x}`\\.example',
  homeRegion: "us-gov-west-1",
  regions: ["us-gov-west-1", "us-gov-east-1"],
  service: "a-b",
};

const organizationFile = (one: Blueprint, answers: Answers): string => blueprintFiles(one, answers)[0]?.text ?? "";

describe.each(BLUEPRINTS.map((one) => [one.name, one] as const))("The blueprint %s", (name, one) => {
  it("is found by its name", () => {
    expect(blueprint(name)).toBe(one);
  });

  it("creates as many accounts as it says, where it says a number", () => {
    const [, said] = /(\d+) accounts/.exec(one.summary) ?? [];
    const accounts = accountsOf(blueprintOrganization(one));
    expect(`${accounts.length}`).toBe(said ?? `${accounts.length}`);
  });

  it("is one file: its policies are guardrails", () => {
    expect(blueprintFiles(one, DEFAULT_ANSWERS).map(({ path }) => path)).toEqual(["landfall.config.ts"]);
    expect(blueprintOrganization(one).policies).toEqual({});
  });

  it("puts the answers in, whatever characters they hold", () => {
    const organization = blueprintOrganization(one, HOSTILE);
    expect(organization).toMatchObject({ name: HOSTILE.name, accountEmail: HOSTILE.accountEmail, regions: HOSTILE.regions });
    const text = blueprintFiles(one, HOSTILE).map((file) => file.text).join("\n");
    expect(text).not.toMatch(/acme|eu-west-1|arn:aws:/);
  });

  it("keeps to 120 columns", () => {
    const amended = extrasOf(one).flatMap((extra) => blueprintFiles(one, DEFAULT_ANSWERS, { extras: [extra] })).filter(({ path }) => path.endsWith(".ts"));
    const long = [organizationFile(one, DEFAULT_ANSWERS), ...amended.map(({ text }) => text)].flatMap((text) => text.split("\n")).filter((line) => line.length > 120);
    expect(long).toEqual([]);
  });
});

describe("The organization files of the blueprints", () => {
  it("pass the type check of an organization file", () => {
    const folder = mkdtempSync(join(tmpdir(), "landfall-blueprints-"));
    try {
      for (const one of BLUEPRINTS) {
        const [amended] = blueprintFiles(one, DEFAULT_ANSWERS, { extras: extrasOf(one) });
        writeFileSync(join(folder, `${one.name}.ts`), organizationFile(one, DEFAULT_ANSWERS));
        writeFileSync(join(folder, `${one.name}-amended.ts`), amended?.text ?? "");
      }
      const paths = { landfall: [resolve("src/organization/index.ts")] };
      const compilerOptions = { strict: true, noEmit: true, module: "nodenext", target: "es2023", types: [], allowImportingTsExtensions: true, paths };
      writeFileSync(join(folder, "package.json"), '{"type":"module"}');
      writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, include: ["*.ts"] }));
      const check = (): string => execFileSync(process.execPath, [resolve("node_modules/typescript/bin/tsc"), "-p", folder], { encoding: "utf8" });
      expect(check()).toBe("");
      writeFileSync(join(folder, "wrong.ts"), organizationFile(BLUEPRINTS[0] ?? wrong(), DEFAULT_ANSWERS).replace("purpose:", "porpoise:"));
      expect(check).toThrow();
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

function wrong(): never {
  throw new Error("there is no blueprint");
}
