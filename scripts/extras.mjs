// Checks with programs that happen to be installed or can be had from npm; each says why when it is skipped.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { commandStep, runSteps, skippedStep, vitestStep } from "./steps.mjs";

const OTHER_NODE = "24";

/** The tests that need no packed program, on the other Node that is supported. */
const onOtherNode = {
  title: `unit, golden, journeys and house rules on Node ${OTHER_NODE}`,
  async run() {
    if (process.versions.node.startsWith(`${OTHER_NODE}.`)) return skippedStep("", `this is Node ${OTHER_NODE} already, so npm test ran on it`).run();
    const dir = mkdtempSync(join(tmpdir(), "landfall-node-"));
    try {
      execFileSync("npm", ["install", "--prefix", dir, "--no-save", "--no-audit", "--no-fund", "--loglevel=error", `node@${OTHER_NODE}`], { cwd: dir, stdio: "inherit" });
      return await vitestStep("", [], join(dir, "node_modules", "node", "bin", "node")).run();
    } catch (error) {
      return skippedStep("", `Node ${OTHER_NODE} cannot be had from the npm registry: ${error instanceof Error ? error.message : ""}`).run();
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  },
};

/** A million, or as many as there is time for; the count is printed. */
const fuzz = commandStep("random decisions of both policy engines", "scripts/fuzz-policy.mjs", ["--count", "1000000", "--minutes", "2"]);

await runSteps([vitestStep("AWS CLI and moto", ["--config", "test/extras/vitest.config.ts"]), fuzz, onOtherNode]);
