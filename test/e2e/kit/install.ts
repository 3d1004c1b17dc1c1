import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** A folder outside of the checkout in which the packed program is installed. */
    readonly installed: string;
  }
}

let dir = "";

/** Builds once, packs, and installs what was packed as a user would; only its run-time dependencies come from the registry. */
export function setup({ provide }: TestProject): void {
  const root = path.resolve(import.meta.dirname, "../../..");
  dir = mkdtempSync(path.join(tmpdir(), "landfall-e2e-"));
  run("npm", ["run", "build"], root);
  run("npm", ["pack", "--ignore-scripts", "--pack-destination", dir], root);
  const tarball = readdirSync(dir).find((name) => name.endsWith(".tgz")) ?? "";
  writeFileSync(path.join(dir, "package.json"), JSON.stringify({ name: "consumer", private: true, type: "module" }));
  run("npm", ["install", "--prefer-offline", "--no-audit", "--no-fund", path.join(dir, tarball)], dir);
  provide("installed", dir);
}

export function teardown(): void {
  rmSync(dir, { recursive: true, force: true });
}

function run(program: string, args: readonly string[], cwd: string): void {
  execFileSync(program, args, { cwd, stdio: ["ignore", "pipe", "inherit"], env: { ...process.env, npm_config_loglevel: "error" } });
}
