import { defineConfig } from "vitest/config";

/** Checks with programs that happen to be installed; `.ci/run` runs them after `npm test`. */
export default defineConfig({
  test: {
    include: ["test/extras/**/*.test.ts"],
    globalSetup: ["test/e2e/kit/install.ts"],
    // The SDK's notice about Node 20 says nothing about landfall.
    env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true" },
    testTimeout: 180_000,
    maxWorkers: "100%",
    hookTimeout: 60_000,
  },
});
