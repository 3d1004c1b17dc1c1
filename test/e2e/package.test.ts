import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { describe, expect, inject, it } from "vitest";
import { CODES } from "../../src/diagnostics/index.ts";
import { emptyFolder, landfallIn } from "./kit/program.ts";
import { write } from "./kit/write.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");
const run = promisify(execFile);
const packed = (...parts: string[]): string => path.join(inject("installed"), "node_modules", "landfall", ...parts);

/** The compiler over one file of a folder that installed landfall. */
async function typeCheck(name: string, text: string): Promise<string> {
  const dir = inject("installed");
  write(dir, { [`${name}.ts`]: text, [`tsconfig.${name}.json`]: JSON.stringify({ compilerOptions: { strict: true, noEmit: true, module: "nodenext", target: "es2023", types: [], skipLibCheck: false }, files: [`${name}.ts`] }) });
  const { stdout } = await run(process.execPath, [path.join(ROOT, "node_modules/typescript/bin/tsc"), "-p", `tsconfig.${name}.json`], { cwd: dir }).catch((error: { stdout: string }) => error);
  return stdout;
}

describe("the package", () => {
  it("carries the program, its types, the pages of the codes and the licenses, and no source or test", () => {
    const files = readdirSync(packed(), { recursive: true, encoding: "utf8" });
    for (const name of ["LICENSE", "README.md", "dist/landfall.js", "dist/types/index.d.ts", "dist/organization.schema.json", "dist/THIRD-PARTY-LICENSES.txt"]) expect(files).toContain(name);
    expect(files.filter((name) => /(^|\/)(src|test|scripts)\/|\.test\./.test(name))).toEqual([]);
    expect(files.filter((name) => /LF\d{4}\.md$/.test(name))).toHaveLength(CODES.size);
    const licenses = readFileSync(packed("dist/THIRD-PARTY-LICENSES.txt"), "utf8").split(`\n${"-".repeat(78)}\n\n`);
    expect(licenses.length).toBeGreaterThan(20);
    expect(licenses.filter((text) => text.length < 500)).toEqual([]);
  });

  it("brings little with it", () => {
    const { dependencies } = JSON.parse(readFileSync(packed("package.json"), "utf8")) as { dependencies: Record<string, string> };
    expect(Object.keys(dependencies)).toEqual(["classic-level", "esbuild", "oxc-parser"]);
  });

  it("has types with which a good file compiles, and a bad one does not", async () => {
    const good = `import { defineOrganization, type Organization } from "landfall";
const organization: Organization = defineOrganization({ name: "acme", homeRegion: "eu-west-1", regions: ["eu-west-1"], ous: { Security: { accounts: { audit: { purpose: "p" } } } } });
export default organization;
`;
    expect(await typeCheck("good", good)).toBe("");
    const bad = await typeCheck("bad", good.replace("accounts", "acounts").replace('regions: ["eu-west-1"]', "regions: 1"));
    expect(bad).toContain("acounts");
    expect(bad).toContain("Type 'number' is not assignable to type");
  });

  it("has types with which every blueprint compiles as it is written", async () => {
    for (const blueprint of ["smb-starter", "full"]) {
      const dir = emptyFolder();
      await landfallIn(dir)("init", "--blueprint", blueprint);
      expect(await typeCheck(blueprint, readFileSync(path.join(dir, "landfall.config.ts"), "utf8"))).toBe("");
    }
  });

  it("can be imported", async () => {
    const dir = inject("installed");
    write(dir, { "imports.mjs": 'import { defineOrganization } from "landfall";\nimport * as policy from "landfall/policy";\nimport schema from "landfall/schema.json" with { type: "json" };\nconsole.log(typeof defineOrganization, Object.keys(policy).length > 5, schema.title);\n' });
    const { stdout } = await run(process.execPath, ["--no-warnings", "imports.mjs"], { cwd: dir });
    expect(stdout).toBe("function true landfall organization file\n");
  });

  it("runs as `npx landfall` where it is installed, and in the checkout", async () => {
    for (const cwd of [inject("installed"), ROOT]) {
      const { stdout } = await run("npx", ["--no", "landfall", "--version"], { cwd });
      expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    }
  });
});
