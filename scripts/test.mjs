// `npm test`: everything that must hold before a commit.
import { commandStep, runSteps, vitestStep } from "./steps.mjs";

await runSteps([
  commandStep("types", "node_modules/typescript/bin/tsc", ["--noEmit"]),
  commandStep("lint", "node_modules/oxlint/bin/oxlint", ["--type-aware", "--deny-warnings"]),
  vitestStep("unit, golden, journeys and house rules"),
  vitestStep("2,000 random pairs of organizations", ["--config", "test/properties/vitest.config.ts"]),
  vitestStep("end to end, with the packed program", ["--config", "test/e2e/vitest.config.ts"]),
]);
